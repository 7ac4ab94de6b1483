// The only door of the identity library.
import { CandidateLink } from './data/candidate-link.entity';
import { SignInFailures } from './data/sign-in-failures.entity';
import { UserSession } from './data/user-session.entity';
import { User } from './data/user.entity';

/** The tables that this library owns. */
export const identityEntities: (new () => object)[] = [User, UserSession, SignInFailures, CandidateLink];

export { createUser, type NewUser } from './create-user';
export { demoCompanyStaff, demoSignIns, type DemoSignIn } from './demo-sign-ins';
export { type LinkPurpose } from './domain/candidate-link';
export { may, type Permission, permissionsOf, type Role, roles, seesEverything } from './domain/permissions';
export { issueLink, revokeLinks } from './issue-link';
export { type LinkSubject, readLink } from './links.queries';
export { listPeople, peopleByIds, type Person, personById } from './people.queries';
export { newSecretToken, secretTokenHash } from './secret-token';
export { findSession, sessionView } from './session.queries';
export { signIn, type SignInInput, type StartedSession } from './sign-in';
export { signOut } from './sign-out';
