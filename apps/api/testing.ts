// For specs over HTTP: the API on a database of its own, with the task library, and people who sign in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TaskDesk } from '@bringup/attempts';
import type { GradingEngine } from '@bringup/grading';
import { personById } from '@bringup/identity';
import { readConfig, type UserActor } from '@bringup/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { openTestDesk } from '../../libs/attempts/testing';
import { freshDatabase, type TestDatabase } from '../../test/database/database';
import { createApi } from './main';

export class TestApi {
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly db: TestDatabase,
    readonly parts: { desk: TaskDesk; engine: GradingEngine },
    readonly app: NestExpressApplication,
    private readonly site: string,
  ) {}

  /** Answers requests of `server()`; call `app.listen` for clients of another kind. */
  static async open(): Promise<TestApi> {
    const db = await freshDatabase();
    const parts = await openTestDesk();
    const site = mkdtempSync(path.join(tmpdir(), 'bringup-site-'));
    writeFileSync(path.join(site, 'index.html'), '<html><head><title>Bringup</title></head></html>');
    const app = await createApi(readConfig({ DATABASE_URL: db.url, WEB_FOLDER: site, PORT: '0' }), parts.desk);
    await app.init();
    return new TestApi(db, parts, app, site);
  }

  server() {
    return request(this.app.getHttpServer());
  }

  /** Signs the person in, once. */
  async cookieOf(actor: UserActor): Promise<string> {
    const known = this.cookies.get(actor.id);
    if (known !== undefined) return known;
    const { email } = await personById(this.db.unitOfWork.reader, actor.id);
    const answer = await this.server().post('/api/session').send({ email, password: 'bringup-demo' }).expect(200);
    const cookie = (answer.get('Set-Cookie')?.[0] ?? '').split(';')[0] ?? '';
    this.cookies.set(actor.id, cookie);
    return cookie;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.parts.engine.close();
    await this.db.close();
    rmSync(this.site, { recursive: true });
  }
}
