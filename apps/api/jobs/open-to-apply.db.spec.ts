// From sign-in to receipt over HTTP on a real database: every answer fits its contract, every refusal says what to do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TaskDesk } from '@bringup/attempts';
import { createUser, demoCompanyStaff, demoSignIns } from '@bringup/identity';
import { readConfig, systemActor } from '@bringup/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { createApi } from '../main';
import type { ReadDocumentView, ReceiptView } from './job.dto';
import type { RequisitionView } from '../requisitions/requisition.dto';

let db: TestDatabase;
let app: NestExpressApplication;
let site: string;

beforeAll(async () => {
  db = await freshDatabase();
  site = mkdtempSync(path.join(tmpdir(), 'bringup-site-'));
  writeFileSync(path.join(site, 'index.html'), '<html><head><title>Bringup</title></head></html>');
  await db.unitOfWork.run(systemActor, async (work) => {
    for (const person of demoCompanyStaff()) await createUser(work, person);
  });
  const config = readConfig({ DATABASE_URL: db.url, WEB_FOLDER: site, DEMO: '1', PORT: '0' });
  app = await createApi(config, await TaskDesk.open(config));
  await app.init();
});
afterAll(async () => {
  await app.close();
  await db.close();
  rmSync(site, { recursive: true });
});

const server = () => request(app.getHttpServer());

class Staff {
  constructor(
    readonly id: string,
    private readonly cookie: string,
  ) {}

  static async signIn(first: string): Promise<Staff> {
    const answer = await server()
      .post('/api/session')
      .send({ email: `${first}@northlight.example`, password: 'bringup-demo' })
      .expect(200);
    const [cookie = ''] = answer.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/i);
    return new Staff((answer.body as { user: { id: string } }).user.id, cookie.split(';')[0]);
  }

  get(address: string) {
    return server().get(`/api${address}`).set('Cookie', this.cookie);
  }

  post(address: string, body: object) {
    return server().post(`/api${address}`).set('Cookie', this.cookie).send(body);
  }

  put(address: string, body: object) {
    return server().put(`/api${address}`).set('Cookie', this.cookie).send(body);
  }

  async requisition(id: string): Promise<RequisitionView> {
    return (await this.get(`/requisitions/${id}`).expect(200)).body as RequisitionView;
  }

  async move(id: string, action: string, status = 204) {
    const { version } = await this.requisition(id);
    return this.post(`/requisitions/${id}/transitions`, { action, version }).expect(status);
  }
}

it('tells the site about the demo and lets nobody in without a session', async () => {
  const answer = await server().get('/api/server').expect(200);
  expect(answer.body).toMatchObject({ company: 'Northlight Devices', demo: true, demoSignIns: demoSignIns() });
  await server().get('/api/requisitions').expect(401);
  await server().get('/api/requisitions').set('Cookie', 'bringup_session=%00guess').expect(401);
  const refused = await server()
    .post('/api/session')
    .send({ email: 'priya@northlight.example', password: 'wrong' })
    .expect(401);
  expect(refused.body).toMatchObject({ code: 'sign-in-failed' });
});

it('goes from a draft to a receipt', async () => {
  const [priya, jonas, tomas, amara] = await Promise.all(
    ['priya', 'jonas', 'tomas', 'amara'].map((first) => Staff.signIn(first)),
  );
  if (!priya || !jonas || !tomas || !amara) throw new Error('Somebody could not sign in.');
  await amara.get('/requisitions').expect(403);
  const profiles = await priya.get('/role-profiles').expect(200);
  expect((profiles.body as { items: object[] }).items).toHaveLength(2);
  const people = await priya.get('/people?role=interviewer').expect(200);
  expect((people.body as { items: { name: string }[] }).items.map((person) => person.name)).toEqual([
    'Amara Okafor',
    'Kenji Morita',
  ]);
  const body = {
    profile: 'edge-ai-engineer',
    title: 'Edge AI Engineer',
    level: 'mid',
    seats: 1,
    payMin: 700_000,
    payMax: 950_000,
    payCurrency: 'NOK',
    location: 'Trondheim, Norway',
    workplace: 'hybrid',
    reason: 'growth',
    summary: '',
    hiringManagerId: priya.id,
    approverId: jonas.id,
    panelIds: [amara.id],
    hardware: {
      deviceClass: 'microcontroller',
      device: 'STM32H747',
      ramBytes: 1_048_576,
      flashBytes: 2_097_152,
      runtime: 'Zephyr',
      latencyMs: 20,
      powerMilliwatts: 300,
    },
  };
  const reversed = await priya.post('/requisitions', { ...body, payMin: 990_000 }).expect(422);
  expect(reversed.body).toMatchObject({ code: 'pay-band-reversed' });
  const { id } = (await priya.post('/requisitions', body).expect(201)).body as { id: string };
  await priya.move(id, 'submit');
  await priya.move(id, 'approve', 403);
  await jonas.move(id, 'approve');
  await tomas.move(id, 'publish');
  const stale = await priya.put(`/requisitions/${id}`, { ...body, version: 1 }).expect(409);
  expect(stale.body).toMatchObject({ code: 'requisition-conflict' });
  const shown = await tomas.requisition(id);
  expect(shown.status).toBe('open');
  expect((await tomas.get('/requisitions?search=trondheim').expect(200)).body).toMatchObject({
    total: 1,
    items: [{ id, deviceClass: 'microcontroller' }],
  });
  expect(await apply(shown.posting!.slug)).toMatchObject({ jobTitle: 'Edge AI Engineer' });
});

async function apply(slug: string): Promise<ReceiptView> {
  expect((await server().get('/api/jobs').expect(200)).body).toMatchObject({ items: [{ slug }] });
  expect((await server().get(`/api/jobs/${slug}`).expect(200)).body).toMatchObject({
    acceptsApplications: true,
    hardware: { device: 'STM32H747' },
  });
  expect((await server().get(`/jobs/${slug}`).expect(200)).text).toContain('"@type":"JobPosting"');
  const resume = Buffer.from('Ada Example\nQuantised a detector to INT8 on a Jetson Orin: 58 ms a frame in 3 W.\n');
  const uploaded = await server()
    .post(`/api/jobs/${slug}/documents/resume`)
    .attach('file', resume, 'résumé.txt')
    .expect(201);
  const { token, fileName } = uploaded.body as ReadDocumentView;
  expect(fileName).toBe('résumé.txt');
  const body = { name: 'Ada Example', email: 'ada@candidate.example', resumeToken: token, consent: true };
  const address = `/api/jobs/${slug}/applications`;
  expect(
    (
      await server()
        .post(address)
        .send({ ...body, consent: false })
        .expect(422)
    ).body,
  ).toMatchObject({ code: 'input-invalid' });
  const receipt = (await server().post(address).send(body).expect(201)).body as ReceiptView;
  expect((await server().post(address).send(body).expect(422)).body).toMatchObject({ code: 'application-exists' });
  expect(
    (
      await server()
        .post(address)
        .send({ ...body, email: 'eve@candidate.example' })
        .expect(422)
    ).body,
  ).toMatchObject({ code: 'document-expired' });
  return receipt;
}

it('answers about jobs that are not there without a fault of ours', async () => {
  for (const slug of ['none', '%00', 'a%27--'])
    expect((await server().get(`/api/jobs/${slug}`).expect(404)).body).toMatchObject({ code: 'job-not-found' });
  const upload = server().post('/api/jobs/none/documents/resume').attach('file', Buffer.from('text'), 'resume.txt');
  expect((await upload.expect(404)).body).toMatchObject({ code: 'job-not-found' });
});
