// Builders for specs: staff of every role.
import { randomUUID } from 'node:crypto';
import { systemActor, type UnitOfWork, type UserActor, type Work } from '@bringup/platform';
import { createUser, type NewUser } from './create-user';

/** A member of staff as an actor; an interviewer unless told otherwise. The password is `bringup-demo`. */
export async function newUser(work: Work, overrides: Partial<NewUser> = {}): Promise<UserActor> {
  const input: NewUser = {
    name: 'Kim Example',
    email: `${randomUUID()}@staff.example`,
    roles: ['interviewer'],
    password: 'bringup-demo',
    ...overrides,
  };
  const { id } = await createUser(work, input);
  return { kind: 'user', id, name: input.name, roles: input.roles };
}

export interface TestStaff {
  readonly admin: UserActor;
  readonly recruiter: UserActor;
  /** Opens requisitions and decides. */
  readonly hiringManager: UserActor;
  /** Another hiring manager, who approves. */
  readonly approver: UserActor;
  /** On the panel. */
  readonly interviewer: UserActor;
  /** On no panel. */
  readonly outsider: UserActor;
}

/** One person for every part in a requisition. */
export async function newStaff(unitOfWork: UnitOfWork): Promise<TestStaff> {
  return unitOfWork.run(systemActor, async (work) => ({
    admin: await newUser(work, { name: 'Ada Admin', roles: ['admin'] }),
    recruiter: await newUser(work, { name: 'Rita Recruiter', roles: ['recruiter'] }),
    hiringManager: await newUser(work, { name: 'Hanna Manager', roles: ['hiring-manager'] }),
    approver: await newUser(work, { name: 'Anders Approver', roles: ['hiring-manager'] }),
    interviewer: await newUser(work, { name: 'Iris Interviewer', roles: ['interviewer'] }),
    outsider: await newUser(work, { name: 'Otto Outsider', roles: ['interviewer'] }),
  }));
}
