// Letters about interviews, each with a calendar entry, to the candidate and to the interviewer.
import { type Config, type Work } from '@bringup/platform';
import { type InterviewMail, interviewMail } from '@bringup/panels';
import { issueStatusLink } from '@bringup/requisitions';
import { type CalendarEntry, calendarText } from './domain/calendar';
import { plainLine } from './domain/plain-line';
import { knownZone, spanText } from './domain/when';
import { letter, type Letter } from './letters';
import { interviewUrl, statusUrl } from './links';

type Site = Pick<Config, 'publicUrl' | 'mailFrom' | 'companyName'>;

/** Who reads the letter: the payload's `to`. */
function readerOf(mail: InterviewMail, to: string) {
  const forCandidate = to === 'candidate';
  return forCandidate
    ? { forCandidate, reader: mail.candidate, other: mail.interviewer.name, zone: knownZone(mail.timeZone) }
    : {
        forCandidate,
        reader: mail.interviewer,
        other: mail.candidate.name,
        zone: knownZone(mail.interviewer.timeZone),
      };
}

function entryOf(
  mail: InterviewMail,
  work: Work,
  site: Site,
  method: CalendarEntry['method'],
  to: string,
): CalendarEntry {
  const { forCandidate, reader } = readerOf(mail, to);
  const address = /<([^<>]+)>/.exec(site.mailFrom)?.[1] ?? site.mailFrom;
  return {
    method,
    uid: `interview-${mail.interviewId}@bringup`,
    sequence: mail.sequence,
    stamp: work.now,
    startsAt: mail.startsAt,
    endsAt: mail.endsAt,
    summary: forCandidate
      ? `Interview: ${mail.jobTitle}, ${site.companyName}`
      : `Interview: ${mail.candidate.name}, ${mail.kitTitle}`,
    description: `${mail.kitTitle}. ${mail.jobTitle}.`,
    location: plainLine(mail.location, 300),
    organizer: { name: site.companyName, email: address.trim() },
    attendee: { name: reader.name, email: reader.email },
  };
}

/** Null when the interview was cancelled in the meantime: the cancellation has its own letter. */
export async function scheduledLetter(
  work: Work,
  site: Site,
  payload: { interviewId: string; to: string },
): Promise<Letter | null> {
  const mail = await interviewMail(work.manager, payload.interviewId);
  if (mail.cancelReason !== null) return null;
  const { forCandidate, reader, other, zone } = readerOf(mail, payload.to);
  const url = forCandidate
    ? statusUrl(site.publicUrl, await issueStatusLink(work, mail.applicationId))
    : interviewUrl(site.publicUrl, mail.interviewId);
  return letter({
    template: 'interview-scheduled',
    to: [reader],
    data: {
      name: reader.name,
      jobTitle: mail.jobTitle,
      kitTitle: mail.kitTitle,
      other,
      forCandidate,
      when: spanText(mail.startsAt, mail.endsAt, zone),
      location: mail.location,
      url,
    },
    calendar: { method: 'REQUEST', content: calendarText(entryOf(mail, work, site, 'REQUEST', payload.to)) },
  });
}

/** The reason is for colleagues: it may speak of the candidate. */
export async function cancelledLetter(
  work: Work,
  site: Site,
  payload: { interviewId: string; to: string },
): Promise<Letter> {
  const mail = await interviewMail(work.manager, payload.interviewId);
  const { forCandidate, reader, other, zone } = readerOf(mail, payload.to);
  return letter({
    template: 'interview-cancelled',
    to: [reader],
    data: {
      name: reader.name,
      jobTitle: mail.jobTitle,
      kitTitle: mail.kitTitle,
      other,
      forCandidate,
      when: spanText(mail.startsAt, mail.endsAt, zone),
      reason: forCandidate ? null : mail.cancelReason,
    },
    calendar: { method: 'CANCEL', content: calendarText(entryOf(mail, work, site, 'CANCEL', payload.to)) },
  });
}
