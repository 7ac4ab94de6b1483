// The staff of the demo company: shown on the sign-in page of a demo and made by the demo command.
import type { NewUser } from './create-user';
import type { Role } from './domain/permissions';

export interface DemoSignIn {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

const password = 'bringup-demo';

const staff: readonly { name: string; first: string; role: Role; timeZone: string }[] = [
  { name: 'Ingrid Solberg', first: 'ingrid', role: 'admin', timeZone: 'Europe/Oslo' },
  { name: 'Tomas Reyes', first: 'tomas', role: 'recruiter', timeZone: 'Europe/Madrid' },
  { name: 'Priya Nair', first: 'priya', role: 'hiring-manager', timeZone: 'Europe/Oslo' },
  { name: 'Jonas Weber', first: 'jonas', role: 'hiring-manager', timeZone: 'Europe/Berlin' },
  { name: 'Amara Okafor', first: 'amara', role: 'interviewer', timeZone: 'Europe/London' },
  { name: 'Kenji Morita', first: 'kenji', role: 'interviewer', timeZone: 'Asia/Tokyo' },
];

/** The demo company's people as `createUser` takes them. Jonas Weber is the director who approves. */
export function demoCompanyStaff(): NewUser[] {
  return staff.map(({ name, first, role, timeZone }) => ({
    name,
    email: `${first}@northlight.example`,
    roles: [role],
    password,
    timeZone,
  }));
}

/** Who may sign in to a demo, with the password that is shown on the page. */
export function demoSignIns(): DemoSignIn[] {
  return staff.map(({ name, first, role }) => ({ name, email: `${first}@northlight.example`, password, role }));
}
