// What a job page is to strangers: open for applications, readable while on hold, gone afterwards.
import { DomainError } from '@bringup/platform';
import type { RequisitionStatus } from './requisition-status';

/** `live` takes applications, `paused` can be read, `gone` is not there. */
export type PostingState = 'live' | 'paused' | 'gone';

export function postingState(status: RequisitionStatus): PostingState {
  if (status === 'open') return 'live';
  return status === 'on-hold' ? 'paused' : 'gone';
}

export function jobNotFound(): DomainError {
  return new DomainError(
    'job-not-found',
    'There is no job at this address. The list of open jobs shows what we are hiring for.',
  );
}

/** For readers of the page. @throws DomainError `job-closed-not-found` (a 404 that says the job is closed) */
export function assertReadable(requisition: { status: RequisitionStatus; title: string }): void {
  if (postingState(requisition.status) !== 'gone') return;
  throw new DomainError(
    'job-closed-not-found',
    `${requisition.title} is no longer open. The list of open jobs shows what we are hiring for now.`,
    { closed: true },
  );
}

/** For those who apply. @throws DomainError `job-closed`, `job-on-hold` */
export function assertTakesApplications(requisition: { status: RequisitionStatus; title: string }): void {
  const state = postingState(requisition.status);
  if (state === 'paused') {
    throw new DomainError(
      'job-on-hold',
      `${requisition.title} takes no applications at the moment. Your files stay here for a day; look again later, or write to the contact on the page.`,
    );
  }
  if (state === 'gone')
    throw new DomainError(
      'job-closed',
      `${requisition.title} was closed in the meantime, so your application could not be sent. We are sorry.`,
    );
}
