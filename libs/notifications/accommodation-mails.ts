// Letters about accommodations: the request to whoever looks after the candidate's time, and the answer to the candidate.
import { type AccommodationMail, accommodationMail, issueAttemptLink } from '@bringup/attempts';
import type { Work } from '@bringup/platform';
import { instantText, knownZone, utcText } from './domain/when';
import { letter, type Letter } from './letters';
import { applicationAssessmentUrl, attemptUrl } from './links';

const kindWords = {
  'extra-time': 'extra time',
  breaks: 'breaks',
  format: 'another format',
  other: 'something else',
} as const;

/** Null when it was answered meanwhile, or when nobody may be told. The candidate's own words stay on the page. */
export async function accommodationRequestedLetter(work: Work, publicUrl: string, id: string): Promise<Letter | null> {
  const mail = await accommodationMail(work.manager, id);
  const [first] = mail.keepers;
  if (mail.state !== 'requested' || !first) return null;
  return letter({
    template: 'accommodation-requested',
    to: mail.keepers,
    data: {
      candidate: mail.candidate.name,
      jobTitle: mail.jobTitle,
      kinds: mail.kinds.map((kind) => ({ words: kindWords[kind] })),
      closes: instantText(mail.closesAt, knownZone(first.timeZone)),
      url: applicationAssessmentUrl(publicUrl, mail.applicationId),
    },
  });
}

/** Null while it is not decided. */
export async function accommodationDecidedLetter(work: Work, publicUrl: string, id: string): Promise<Letter | null> {
  const mail = await accommodationMail(work.manager, id);
  const { decidedBy, reason } = mail;
  if (!decidedBy || reason === null) return null;
  const zone = knownZone(decidedBy.timeZone);
  return letter({
    template: 'accommodation-decided',
    to: [mail.candidate],
    replyTo: decidedBy,
    data: {
      name: mail.candidate.name,
      jobTitle: mail.jobTitle,
      granted: mail.state === 'granted',
      time: timeText(mail),
      breaks: breaksText(mail),
      format: mail.format,
      reason,
      closes: instantText(mail.closesAt, zone),
      closesUtc: utcText(mail.closesAt, zone),
      from: decidedBy.name,
      fromEmail: decidedBy.email,
      url: attemptUrl(publicUrl, await issueAttemptLink(work, mail.invitationId)),
    },
  });
}

/** `90 minutes + 45 minutes granted` */
export function timeText({
  minutes,
  extensionMinutes,
}: Pick<AccommodationMail, 'minutes' | 'extensionMinutes'>): string {
  return extensionMinutes > 0 ? `${minutes} minutes + ${extensionMinutes} minutes granted` : `${minutes} minutes`;
}

function breaksText({ breaks, breakMinutes }: AccommodationMail): string | null {
  if (breaks === 0) return null;
  return `${breaks === 1 ? '1 break' : `${breaks} breaks`} of ${breakMinutes} minutes, when you choose; your time stands still`;
}
