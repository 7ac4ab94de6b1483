// Kills parts of a running installation in turn, as bad luck does: the API, the worker, a backend of PostgreSQL (which brings down all of them).
import type { Stage } from './stage';

export const mortals = ['api', 'worker', 'postgres'] as const;
export type Mortal = (typeof mortals)[number];

const everyMs = 8_000;

async function kill(stage: Stage, mortal: Mortal): Promise<void> {
  if (mortal !== 'postgres') return stage.services[mortal].kill();
  // PostgreSQL answers the death of one backend by ending all of them and replaying its log: a crash of the server.
  const [backend] = await stage.company.dataSource.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  if (backend) process.kill(backend.pid, 'SIGKILL');
}

/** Starts killing, one after the other; the function that comes back ends it and tells how often each died. */
export function startDeaths(stage: Stage, log: (text: string) => void): () => Readonly<Record<Mortal, number>> {
  const deaths: Record<Mortal, number> = { api: 0, worker: 0, postgres: 0 };
  let turn = 0;
  const timer = setInterval(() => {
    const mortal = mortals[turn++ % mortals.length] ?? 'api';
    deaths[mortal] += 1;
    log(`killing ${mortal}`);
    // The connection over which PostgreSQL was asked dies with it.
    kill(stage, mortal).catch(() => undefined);
  }, everyMs);
  return () => {
    clearInterval(timer);
    return deaths;
  };
}
