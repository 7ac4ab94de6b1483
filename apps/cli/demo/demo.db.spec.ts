// The demo company, filled for real: database, document reader, grading engine. Needs the build in dist.
import { homeOf } from '@bringup/insights';
import { assessmentsOfApplication, assessmentSummaries } from '@bringup/attempts';
import { listApplications, packetOf } from '@bringup/panels';
import type { Config } from '@bringup/platform';
import { listRequisitions } from '@bringup/requisitions';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { command } from '../commands/demo';
import type { Output } from '../command';
import { workday } from './calendar';
import { DemoCompany } from './company';
import { fillDemo } from './fill-demo';

// A Monday morning: the story must also hold when "yesterday" was a Friday.
const now = new Date('2026-11-23T10:30:00Z');

let db: TestDatabase;
let company: DemoCompany;

beforeAll(async () => {
  db = await freshDatabase();
  const config: Pick<Config, 'databaseUrl' | 'tasksFolder' | 'cacheFolder'> = {
    databaseUrl: db.url,
    tasksFolder: 'assessments',
    cacheFolder: '.cache/grading',
  };
  company = await DemoCompany.open(config, now);
  await fillDemo(company, () => undefined);
}, 90_000);
afterAll(async () => {
  await company?.close();
  await db?.close();
});

const applicationOf = async (name: string) => {
  const { items } = await listApplications(db.unitOfWork.reader, company.person('ingrid'), {
    search: name,
    limit: 10,
    offset: 0,
  });
  return items[0];
};

it('shows requisitions in different states and the open one with candidates in every stage', async () => {
  const { items } = await listRequisitions(db.unitOfWork.reader, company.person('ingrid'), { limit: 50, offset: 0 });
  expect(items.map((row) => row.status).sort()).toEqual(['draft', 'filled', 'open', 'open', 'pending-approval']);
  const open = items.find((row) => row.title === 'Edge AI Engineer')!;
  const { items: applications } = await listApplications(db.unitOfWork.reader, company.person('ingrid'), {
    requisition: open.id,
    limit: 100,
    offset: 0,
  });
  expect(applications).toHaveLength(12);
  expect([...new Set(applications.filter((row) => row.status === 'active').map((row) => row.stage))].sort()).toEqual([
    'assessment',
    'decision',
    'interview',
    'offer',
    'review',
  ]);
  expect(
    applications
      .filter((row) => row.status !== 'active')
      .map((row) => row.status)
      .sort(),
  ).toEqual(['rejected', 'withdrawn']);
});

it('has something waiting for every person who acts, and nothing in the future that is past', async () => {
  const kinds = async (first: Parameters<typeof company.person>[0]) =>
    (await homeOf(db.unitOfWork.reader, company.person(first), now)).waiting.map((item) => item.kind);
  expect(await kinds('priya')).toEqual(expect.arrayContaining(['decide', 'review-application']));
  expect(await kinds('jonas')).toEqual(expect.arrayContaining(['approve-requisition', 'review-application']));
  expect(await kinds('tomas')).toEqual(expect.arrayContaining(['send-assessment', 'review-application']));
  expect(await kinds('kenji')).toEqual(['write-scorecard']);
  for (const first of ['priya', 'kenji', 'amara'] as const) {
    expect((await homeOf(db.unitOfWork.reader, company.person(first), now)).upcomingInterviews.length).toBeGreaterThan(
      0,
    );
  }
});

it('has a packet over which two interviewers are far apart, and it can be decided', async () => {
  const marta = await applicationOf('Kowalczyk');
  const packet = await packetOf(db.unitOfWork.reader, company.desk, company.person('priya'), marta.id);
  expect(packet).toMatchObject({ mayDecide: true, blockers: [], scorecards: { expected: 3, submitted: 3 } });
  expect(Math.max(...packet.grid.map((row) => row.spread ?? 0))).toBeGreaterThanOrEqual(2);
  expect(packet.recommendations.map((row) => row.recommendation)).toEqual(expect.arrayContaining(['strong-yes', 'no']));
  const lucia = await packetOf(
    db.unitOfWork.reader,
    company.desk,
    company.person('priya'),
    (await applicationOf('Lucía')).id,
  );
  expect(lucia.decision?.outcome).toBe('offer');
});

it('has assessments handed in, under way and waiting', async () => {
  const state = async (name: string) => {
    const { id } = await applicationOf(name);
    return (await assessmentSummaries(db.unitOfWork.reader, [id], now)).get(id)?.state;
  };
  expect(await Promise.all(['Marta', 'Mai Anh', 'Omar'].map(state))).toEqual(['submitted', 'in-progress', 'scheduled']);
});

it('has a written answer that was rated with a reason, and one that waits for it', async () => {
  const rating = async (name: string) => {
    const { items } = await assessmentsOfApplication(db.unitOfWork.reader, (await applicationOf(name)).id, now);
    return items[0].tasks.find(({ kind }) => kind === 'interpretation')?.justification?.rating;
  };
  expect(await rating('Yuki')).toMatchObject({ rating: 4, reason: expect.stringContaining('inference') as string });
  expect(await rating('Hanna')).toBeNull();
});

it('leaves a database alone that is not empty, and says so unless told to be quiet', async () => {
  const said: string[] = [];
  const output: Output = { json: () => undefined, text: (text) => said.push(text), log: (text) => said.push(text) };
  process.env['DATABASE_URL'] = db.url;
  await expect(command.run([], output)).rejects.toMatchObject({ code: 'database-not-empty' });
  await expect(command.run(['--if-empty'], output)).resolves.toBe(0);
  expect(said).toEqual([]);
});

it('counts working days over weekends', () => {
  expect(workday(now, 1, 9).toISOString()).toBe('2026-11-20T09:00:00.000Z');
  expect(workday(now, -5, 9).toISOString()).toBe('2026-11-30T09:00:00.000Z');
});
