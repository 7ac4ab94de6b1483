// A throw-away installation for a load run: its own PostgreSQL with durable writes, its own API and worker, and attempts that may be started.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inviteCandidate, issueAttemptLink } from '@bringup/attempts';
import { type Config, freePort, migrate, readConfig, startEmbeddedPostgres, systemActor } from '@bringup/platform';
import { migrations } from '../../../migrations';
import { sendApplication } from '../demo/applying';
import { later } from '../demo/calendar';
import type { DemoCandidate } from '../demo/candidate';
import { DemoCompany } from '../demo/company';
import { edgeAi, publish } from '../demo/requisitions';
import { projectRoot } from '../project-root';
import { Service } from '../serve/service';

/** One task of each kind, as a mid-level assessment has them. */
const tasks = ['audio-ring-buffer', 'tensor-quantisation', 'detector-latency-run'];

export interface Stage {
  /** Address of the API, without a slash at the end. */
  readonly url: string;
  readonly company: DemoCompany;
  readonly services: { readonly api: Service; readonly worker: Service };
  close(): Promise<void>;
}

async function settings(databaseUrl: string): Promise<{ env: NodeJS.ProcessEnv; config: Config }> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    REDIS_URL: '',
    SMTP_URL: '',
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
  };
  return { env, config: readConfig(env) };
}

/** Starts everything; `close` removes it again. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bringup-load-'));
  // PostgreSQL runs as another user when this process is root.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(folder);
  const { env, config } = await settings(server.url);
  await migrate(config.databaseUrl, migrations);
  const company = await DemoCompany.open(config, new Date());
  const service = (name: 'api' | 'worker') =>
    new Service(name, path.join(projectRoot, `dist/apps/${name}/main.js`), env);
  const services = { api: service('api'), worker: service('worker') };
  await Promise.all([services.api.start(), services.worker.start()]);
  return {
    url: `http://127.0.0.1:${config.port}`,
    company,
    services,
    async close() {
      await Promise.all([services.api.stop(), services.worker.stop()]);
      await company.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function applicant(number: number): DemoCandidate {
  const name = `Candidate ${number}`;
  const text = `${name}\n\nFirmware engineer.\n2021 - 2026: int8 kernels on a Cortex-M7.\n`;
  const resume = { fileName: 'resume.txt', text };
  return { name, email: `candidate${number}@example.org`, phone: '', source: 'job-page', resume };
}

/** Resolves when so many invitations are prepared by the worker; to the tokens of their links. */
export async function invite(stage: Stage, count: number, log: (text: string) => void): Promise<string[]> {
  const { company } = stage;
  await company.hireStaff(later(new Date(), -240));
  const { slug } = await publish(company, later(new Date(), -200), edgeAi);
  const invitations: string[] = [];
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const lane = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const { applicationId } = await sendApplication(company, slug, applicant(number), new Date());
      const closesAt = later(new Date(), 24).toISOString();
      const invited = await company.run('tomas', new Date(), (work) =>
        inviteCandidate(work, company.desk, applicationId, { tasks, closesAt }),
      );
      invitations.push(invited.id);
      if (invitations.length % 100 === 0) log(`${invitations.length} of ${count} applied and invited`);
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  await untilPrepared(stage, count, log);
  const link = (id: string) => company.at(new Date()).run(systemActor, (work) => issueAttemptLink(work, id));
  const tokens: string[] = [];
  for (const id of invitations) tokens.push(await link(id));
  return tokens;
}

async function untilPrepared({ company }: Stage, count: number, log: (text: string) => void): Promise<void> {
  for (let shown = 0; ;) {
    const [row] = await company.dataSource.query<{ ready: number }[]>(
      'SELECT count(*)::int AS ready FROM invitation WHERE prepared_at IS NOT NULL',
    );
    const ready = row?.ready ?? 0;
    if (ready >= count) return;
    if (ready >= shown + 100) {
      shown = ready;
      log(`${ready} of ${count} assessments prepared`);
    }
    await sleep(500);
  }
}
