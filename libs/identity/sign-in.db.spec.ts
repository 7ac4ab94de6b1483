// Signing in and out on a real database.
import { DomainError, systemActor } from '@bringup/platform';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { UserSession } from './data/user-session.entity';
import { User } from './data/user.entity';
import {
  createUser,
  demoCompanyStaff,
  demoSignIns,
  findSession,
  issueLink,
  listPeople,
  peopleByIds,
  personById,
  readLink,
  revokeLinks,
  sessionView,
  signIn,
  signOut,
} from './index';
import { newUser } from './testing';

let db: TestDatabase;
const hour = 3_600_000;

beforeAll(async () => {
  db = await freshDatabase();
  await db.unitOfWork.run(systemActor, async (work) => {
    for (const person of demoCompanyStaff()) await createUser(work, person);
  });
});
afterAll(() => db.close());

const codeOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const enter = (email: string, password: string) => signIn(db.unitOfWork, { email, password, userAgent: 'spec' });
const find = (token: string) => findSession(db.unitOfWork.reader, token, db.clock.now());

it('signs in each of the demo company with the password that is shown, in any case of the address', async () => {
  expect(demoSignIns().map((person) => `${person.email} ${person.role}`)).toEqual([
    'ingrid@northlight.example admin',
    'tomas@northlight.example recruiter',
    'priya@northlight.example hiring-manager',
    'jonas@northlight.example hiring-manager',
    'amara@northlight.example interviewer',
    'kenji@northlight.example interviewer',
  ]);
  for (const { email, password, role } of demoSignIns()) {
    const session = await enter(email.toUpperCase(), password);
    expect(session.actor.roles).toEqual([role]);
  }
});

it('stores the hash of the token and never the token', async () => {
  const { token } = await enter('priya@northlight.example', 'bringup-demo');
  expect(token).toMatch(/^[\w-]{43}$/);
  const rows = JSON.stringify(await db.dataSource.query('SELECT * FROM user_session'));
  expect(rows).not.toContain(token);
  expect((await find(token))?.name).toBe('Priya Nair');
  expect(await find(`${token.slice(0, -1)}_`)).toBeUndefined();
});

it('ends after twelve hours without use, slides with use, and ends after seven days whatever happens', async () => {
  const idle = await enter('amara@northlight.example', 'bringup-demo');
  const used = await enter('kenji@northlight.example', 'bringup-demo');
  db.clock.advance(11 * hour);
  expect(await find(used.token)).toBeDefined();
  db.clock.advance(2 * hour);
  expect(await find(idle.token)).toBeUndefined();
  for (let passed = 13; passed < 168; passed += 10) {
    expect(await find(used.token)).toBeDefined();
    db.clock.advance(10 * hour);
  }
  expect(await find(used.token)).toBeUndefined();
});

it('signs out one session and leaves the others', async () => {
  const laptop = await enter('priya@northlight.example', 'bringup-demo');
  const phone = await enter('priya@northlight.example', 'bringup-demo');
  await db.unitOfWork.run(laptop.actor, (work) => signOut(work, laptop.token));
  expect(await find(laptop.token)).toBeUndefined();
  expect(await find(phone.token)).toBeDefined();
});

it('ends every session of an account that is no longer active', async () => {
  const { token, actor } = await enter('jonas@northlight.example', 'bringup-demo');
  await db.dataSource.manager.update(User, { id: actor.id }, { active: false });
  expect(await find(token)).toBeUndefined();
  expect(await codeOf(enter('jonas@northlight.example', 'bringup-demo'))).toBe('sign-in-failed');
  await db.dataSource.manager.update(User, { id: actor.id }, { active: true });
});

describe('guessing', () => {
  it('answers the same for an unknown address and a wrong password', async () => {
    const answers = await Promise.all(
      ['nobody@northlight.example', 'ingrid@northlight.example'].map(async (email) =>
        enter(email, 'wrong').catch((error: DomainError) => `${error.code} ${error.message}`),
      ),
    );
    expect(answers[0]).toMatch(/^sign-in-failed /);
    expect(answers[0]).toBe(answers[1]);
  });

  it.each(['tomas@northlight.example', 'ghost@northlight.example'])(
    'slows down for %s after five failures, also with the right password',
    async (email) => {
      for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(enter(email, 'wrong'))).toBe('sign-in-failed');
      expect(await codeOf(enter(email, 'bringup-demo'))).toBe('sign-in-paused');
      db.clock.advance(2000);
      expect(await codeOf(enter(email, 'wrong'))).toBe('sign-in-failed');
      db.clock.advance(2000);
      expect(await codeOf(enter(email, 'bringup-demo'))).toBe('sign-in-paused');
      db.clock.advance(2000);
      expect(await codeOf(enter(email, 'bringup-demo'))).toBe(
        email.startsWith('tomas') ? 'nothing thrown' : 'sign-in-failed',
      );
    },
  );

  it('forgets failures after a success', async () => {
    for (let tries = 0; tries < 4; tries += 1) await codeOf(enter('amara@northlight.example', 'wrong'));
    await enter('amara@northlight.example', 'bringup-demo');
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(enter('amara@northlight.example', 'wrong'))).toBe('sign-in-failed');
  });

  it('does not let tries at the same time slip past the count', async () => {
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(enter('parallel@northlight.example', 'wrong'))),
    );
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in-paused')).toHaveLength(7);
  });

  it('keeps no address that strangers typed', async () => {
    await codeOf(enter('somebody.private@elsewhere.example', 'wrong'));
    expect(JSON.stringify(await db.dataSource.query('SELECT * FROM sign_in_failures'))).not.toContain('private');
  });
});

it('shows staff without their password hashes and leaves out who is no longer active', async () => {
  const gone = await db.unitOfWork.run(systemActor, (work) =>
    newUser(work, { name: 'Gone Person', roles: ['recruiter'] }),
  );
  await db.dataSource.manager.update(User, { id: gone.id }, { active: false });
  const people = await listPeople(db.unitOfWork.reader);
  expect(people.map((person) => person.name)).toEqual([
    'Amara Okafor',
    'Ingrid Solberg',
    'Jonas Weber',
    'Kenji Morita',
    'Priya Nair',
    'Tomas Reyes',
  ]);
  expect(JSON.stringify(people)).not.toContain('argon2');
  expect((await listPeople(db.unitOfWork.reader, { role: 'recruiter' })).map((person) => person.name)).toEqual([
    'Tomas Reyes',
  ]);
  expect((await personById(db.unitOfWork.reader, gone.id)).active).toBe(false);
  expect(await codeOf(peopleByIds(db.unitOfWork.reader, [gone.id, '00000000-0000-4000-8000-000000000000']))).toBe(
    'person-not-found',
  );
});

it('tells the site who is signed in and what they may do', async () => {
  const { actor } = await enter('kenji@northlight.example', 'bringup-demo');
  expect(await sessionView(db.unitOfWork.reader, actor)).toEqual({
    user: {
      id: actor.id,
      name: 'Kenji Morita',
      email: 'kenji@northlight.example',
      roles: ['interviewer'],
      timeZone: 'Asia/Tokyo',
    },
    permissions: ['application:read', 'scorecard:write', 'packet:read'],
  });
});

it('refuses a second account with the address and a short password', async () => {
  const person = {
    name: 'Second',
    email: 'Priya@Northlight.example',
    roles: ['interviewer'] as const,
    password: 'long enough here',
  };
  expect(
    await codeOf(db.unitOfWork.run(systemActor, (work) => createUser(work, { ...person, roles: [...person.roles] }))),
  ).toBe('user-exists');
  expect(
    await codeOf(
      db.unitOfWork.run(systemActor, (work) =>
        createUser(work, { ...person, email: 'new@northlight.example', password: 'short' }),
      ),
    ),
  ).toBe('password-too-short');
});

it('sweeps out sessions that ended when somebody signs in', async () => {
  await enter('kenji@northlight.example', 'bringup-demo');
  db.clock.advance(8 * 24 * hour);
  await enter('kenji@northlight.example', 'bringup-demo');
  expect(await db.dataSource.manager.count(UserSession)).toBe(1);
});

describe('candidate links', () => {
  const subjectId = '11111111-1111-4111-8111-111111111111';
  const issue = (days: number) =>
    db.unitOfWork.run(systemActor, (work) =>
      issueLink(work, { purpose: 'status', subjectId, expiresAt: new Date(work.now.getTime() + days * 24 * hour) }),
    );
  const read = (token: string, purpose: 'status' | 'attempt' = 'status') =>
    readLink(db.unitOfWork.reader, purpose, token, db.clock.now());

  it('opens its subject for its purpose alone, and several links are valid at once', async () => {
    const [first, second] = [await issue(1), await issue(1)];
    expect((await read(first)).subjectId).toBe(subjectId);
    expect((await read(second)).subjectId).toBe(subjectId);
    expect(await codeOf(read(first, 'attempt'))).toBe('link-not-found');
    expect(await codeOf(read(`${first}x`))).toBe('link-not-found');
    expect(JSON.stringify(await db.dataSource.query('SELECT * FROM candidate_link'))).not.toContain(first);
  });

  it('ends when its time is over or when it is revoked', async () => {
    const [short, long] = [await issue(1), await issue(9)];
    db.clock.advance(24 * hour);
    expect(await codeOf(read(short))).toBe('link-expired');
    expect((await read(long)).subjectId).toBe(subjectId);
    await db.unitOfWork.run(systemActor, (work) => revokeLinks(work, { purpose: 'status', subjectId }));
    expect(await codeOf(read(long))).toBe('link-revoked');
  });
});
