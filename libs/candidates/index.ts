// The only door of the candidates library.
import { Candidate } from './data/candidate.entity';
import { Consent } from './data/consent.entity';
import { Document } from './data/document.entity';

/** The tables that this library owns. */
export const candidatesEntities: (new () => object)[] = [Candidate, Consent, Document];

export { candidateById, type CandidateDetails, findCandidateByEmail } from './candidate.queries';
export { claimDocuments } from './claim-documents';
export { type DocumentText, readDocument } from './documents';
export { applicationConsent } from './domain/consent';
export { type DocumentKind, documentKinds } from './domain/document';
export {
  type ApplicationAccess,
  type ApplicationDocument,
  documentsOfApplication,
  originalOf,
} from './documents.queries';
export { keepDocument, type KeptDocument, type UploadedDocument } from './keep-document';
export { recordConsent } from './record-consent';
export { rememberCandidate } from './remember-candidate';
export { removeDocumentsOfApplication, removeUnclaimedDocuments } from './remove-documents';
