// The only door of the requisitions library.
import { Application } from './data/application.entity';
import { Approval } from './data/approval.entity';
import { Opening } from './data/opening.entity';
import { Posting } from './data/posting.entity';
import { PanelMember } from './data/panel-member.entity';
import { Requisition } from './data/requisition.entity';
import { StageTransition } from './data/stage-transition.entity';

/** The tables that this library owns. */
export const requisitionsEntities: (new () => object)[] = [
  Requisition,
  PanelMember,
  Approval,
  Opening,
  Posting,
  Application,
  StageTransition,
];

// Requisitions
export { changeRequisition } from './change-requisition';
export { getRequisition } from './data/requisition.repository';
export type { Requisition } from './data/requisition.entity';
export type { HardwareProfile } from './domain/hardware-profile';
export { requisitionNumber } from './domain/requisition-number';
export type { CandidateFeedback, RequisitionInput } from './domain/requisition';
export type { RequisitionAction, RequisitionStatus } from './domain/requisition-status';
export type { RoleProfile } from './domain/role-profile';
export { getRoleProfile, roleProfiles } from './domain/role-profiles';
export { moveRequisition } from './move-requisition';
export { openRequisition } from './open-requisition';
export { listRequisitions, requisitionView, roleProfilesView } from './requisitions.queries';
export { panelOf, seatsOf } from './requisition-facts.queries';

// Who may see and do what
export {
  assertLeads,
  assertMaySeeApplication,
  assertMaySeeRequisition,
  leads,
  relationTo,
  type RequisitionRelation,
  visibleRequisitionIds,
} from './access.queries';

// Postings
export { assertAcceptsApplications, jobPostingJsonLd, publicJob, publicJobs } from './postings.queries';

// Applications and their stages
export { advanceApplication } from './advance-application';
export {
  applicationHeader,
  type ApplicationHeader,
  type ApplicationListRow,
  listApplicationsRows,
  stageHistory,
} from './applications.queries';
export type { Application } from './data/application.entity';
export { getApplication, getApplicationForChange } from './data/application.repository';
export {
  type ApplicationStatus,
  hasReached,
  moveNeedsReason,
  nextStages,
  type RejectionReason,
  type Stage,
  stageLabels,
  stages,
} from './domain/stages';
export { issueStatusLink } from './issue-status-link';
export { moveApplication } from './move-application';
export { rejectApplication } from './reject-application';
export { submitApplication } from './submit-application';
export { withdrawApplication } from './withdraw-application';

// Work that others do
export { forgottenWords, retentionEnd, retentionMonths, wordsIfForgotten } from './domain/retention';
export { forgetApplication, type Forgetting } from './forget-application';
export {
  applicationReceipt,
  applicationReceived,
  requisitionDecided,
  requisitionSubmitted,
  retentionEnded,
} from './topics';
