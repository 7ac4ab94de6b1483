// Whatever reaches the server badly formed is answered with a problem document that says what to do, never with a fault of ours.
import type { NestExpressApplication } from '@nestjs/platform-express';
import { TaskDesk } from '@bringup/attempts';
import { readConfig } from '@bringup/platform';
import request from 'supertest';
import { freshDatabase, type TestDatabase } from '../../../test/database/database';
import { createApi } from '../main';

describe('badly formed requests', () => {
  let db: TestDatabase;
  let app: NestExpressApplication;
  beforeAll(async () => {
    db = await freshDatabase();
    const config = readConfig({ DATABASE_URL: db.url, WEB_FOLDER: 'dist/web/browser' });
    app = await createApi(config, await TaskDesk.open(config));
    await app.init();
  });
  afterAll(async () => {
    await app?.close();
    await db.close();
  });

  const signIn = () => request(app.getHttpServer()).post('/api/session');

  it('says that a body is not JSON', async () => {
    const answer = await signIn().set('content-type', 'application/json').send('{"email": ');
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('says that a body is too large', async () => {
    const answer = await signIn().send({ email: 'a@example.org', password: 'x'.repeat(700_000) });
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ code: 'request-too-large' });
  });

  it('names each field that needs another look', async () => {
    const answer = await signIn().send({ email: 'nobody', password: '' });
    expect(answer.status).toBe(422);
    const { errors } = answer.body as { errors: { path: string }[] };
    expect(errors.map((error) => error.path).sort()).toEqual(['email', 'password']);
  });

  it('treats a broken identifier as not found, after asking who is there', async () => {
    expect((await request(app.getHttpServer()).get('/api/applications/not-an-id')).status).toBe(401);
    expect((await request(app.getHttpServer()).get('/api/attempt/not-a-token')).status).toBe(404);
  });

  it('refuses changes that a page of another site asks for', async () => {
    const answer = await signIn()
      .set('origin', 'https://elsewhere.example')
      .send({ email: 'a@example.org', password: 'x' });
    expect(answer.status).toBe(403);
  });
});
