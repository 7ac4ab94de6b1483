// Letters about an assessment: the invitation, and the receipt after handing in.
import {
  allowedAids,
  type AssessmentMail,
  attemptConsent,
  invitationMail,
  issueAttemptLink,
  linkEnd,
  submittedAttemptMail,
} from '@bringup/attempts';
import type { Work } from '@bringup/platform';
import { timeText } from './accommodation-mails';
import { instantText, knownZone, utcText } from './domain/when';
import { letter, type Letter } from './letters';
import { attemptUrl } from './links';

const kindWords = { c: 'C program', numeric: 'calculation', interpretation: 'reading measurements' } as const;

/** Null when the invitation was taken back or used in the meantime. */
export async function invitationLetter(work: Work, publicUrl: string, invitationId: string): Promise<Letter | null> {
  const mail = await invitationMail(work.manager, invitationId, work.now);
  if (mail.state !== 'open' && mail.state !== 'scheduled') return null;
  const zone = zoneOf(mail);
  const consent = attemptConsent();
  return letter({
    template: 'invitation-ready',
    to: [mail.candidate],
    replyTo: mail.contact,
    data: {
      name: mail.candidate.name,
      jobTitle: mail.jobTitle,
      from: mail.contact.name,
      fromEmail: mail.contact.email,
      note: mail.note,
      minutes: mail.minutes + mail.extensionMinutes,
      time: timeText(mail),
      opens: mail.opensAt <= work.now ? 'now' : instantText(mail.opensAt, zone),
      opensUtc: mail.opensAt <= work.now ? null : utcText(mail.opensAt, zone),
      closes: instantText(mail.closesAt, zone),
      closesUtc: utcText(mail.closesAt, zone),
      tasks: mail.tasks.map(({ title, minutes, kind }) => ({ title, minutes, kind: kindWords[kind] })),
      allowedAids,
      recorded: consent.recorded.map((line) => ({ line })),
      readers: consent.readers,
      kept: consent.kept,
      url: attemptUrl(publicUrl, await issueAttemptLink(work, invitationId)),
    },
  });
}

/** Null when nothing was handed in. */
export async function submittedLetter(work: Work, publicUrl: string, attemptId: string): Promise<Letter | null> {
  const mail = await submittedAttemptMail(work.manager, attemptId, work.now);
  if (!mail.submittedAt) return null;
  const zone = zoneOf(mail);
  return letter({
    template: 'attempt-submitted',
    to: [mail.candidate],
    replyTo: mail.contact,
    data: {
      name: mail.candidate.name,
      jobTitle: mail.jobTitle,
      submitted: instantText(mail.submittedAt, zone),
      submittedUtc: utcText(mail.submittedAt, zone),
      byDeadline: mail.submittedBy === 'deadline',
      tasks: mail.tasks.map(({ position, title, file, sha256 }) => ({ position, title, file, sha256 })),
      url: attemptUrl(publicUrl, await issueAttemptLink(work, mail.invitationId)),
      linkEnds: instantText(linkEnd(mail.closesAt, work.now), zone),
      from: mail.contact.name,
      fromEmail: mail.contact.email,
    },
  });
}

/** The candidate's zone is not known, so the sender's is used and named, and UTC stands beside it where it matters. */
function zoneOf(mail: AssessmentMail): string {
  return knownZone(mail.contact.timeZone);
}
