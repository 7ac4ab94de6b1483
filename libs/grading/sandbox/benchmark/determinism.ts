// The same submissions in other orders, other processes, other tiers of V8 and under load: the outcomes must be equal to the last unit.
import { createHash } from 'node:crypto';
import { createRandom } from '../../domain/random';
import { type CompileJob, type Sandbox } from '../sandbox';
import { startSandbox } from '../start-sandbox';
import { kernels } from './kernels';
import { jobOf } from './latency';
import { submissions } from './submissions';

interface Digests {
  /** Over all that a verdict is made of: statuses, counts, peaks, sizes, notes. Never changes for one compiler and harness. */
  readonly digest: string;
  /** Over the programs that ran, byte for byte: also the form of the metered code, which may get better. */
  readonly programs: string;
}

export interface RunDigests extends Digests {
  readonly name: string;
}

export interface Determinism {
  readonly submissions: number;
  readonly runs: readonly RunDigests[];
  readonly identical: boolean;
}

interface Subject {
  readonly job: CompileJob;
  readonly checksSource: string;
}

const kernelChecks = `export const checks = [1, 2].map((n) => ({ id: 'run-' + n, visible: true, title: 'Run ' + n, lesson: '', points: 1,
  run: (t) => t.note(String(t.call('run', n + t.random.integer(0, 2)))) }));`;

function subjects(): Subject[] {
  const fromKernels = kernels.flatMap((kernel) =>
    ['-O0', '-Os', '-O2'].map((level) => ({
      job: {
        file: 'kernel.c',
        source: kernel.source,
        headers: [],
        flags: [level],
        exports: ['run'],
        stackBytes: 8192,
        heapBytes: 0,
      },
      checksSource: kernelChecks,
    })),
  );
  const fromSubmissions = submissions.flatMap((submission) =>
    ['-O1', '-O2', '-O3'].map((level) => ({
      job: { ...jobOf(submission, 'same'), flags: [level] },
      checksSource: submission.checksSource,
    })),
  );
  return [...fromKernels, ...fromSubmissions];
}

interface Outcome {
  readonly figures: string;
  readonly program: string;
}

async function outcomeOf(sandbox: Sandbox, subject: Subject): Promise<Outcome> {
  const compiled = await sandbox.compile(subject.job);
  if (compiled.status !== 'ok') return { figures: JSON.stringify(compiled), program: '' };
  const { program, codeBytes, staticRamBytes } = compiled;
  const ran = await sandbox.runChecks({
    program,
    checksSource: subject.checksSource,
    parameters: {},
    seed: 3,
    scope: 'all',
    instructionLimit: 40_000_000,
  });
  return { figures: JSON.stringify([program.layout, codeBytes, staticRamBytes, ran]), program: program.key };
}

const digestOver = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\n')).digest('hex');

/** Digests over the outcomes of all subjects, whatever the order in which they were graded. */
async function digestOf(
  sandbox: Sandbox,
  list: readonly Subject[],
  order: readonly number[],
  lanes: number,
): Promise<Digests> {
  const outcomes = new Array<Outcome>(list.length).fill({ figures: '', program: '' });
  const waiting = [...order];
  const lane = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const subject = list[index];
      if (subject) outcomes[index] = await outcomeOf(sandbox, subject);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return {
    digest: digestOver(outcomes.map(({ figures }) => figures)),
    programs: digestOver(outcomes.map(({ program }) => program)),
  };
}

/** Grades 51 submissions in four ways; nothing is cached. */
export async function measureDeterminism(): Promise<Determinism> {
  const list = subjects();
  const inOrder = list.map((_, i) => i);
  const ways: { name: string; order: number[]; lanes: number; flags: string[] }[] = [
    { name: 'in order, one at a time', order: inOrder, lanes: 1, flags: [] },
    { name: 'shuffled, four at a time', order: createRandom('order').shuffle(inOrder), lanes: 4, flags: [] },
    { name: 'baseline tier of V8 only', order: [...inOrder].reverse(), lanes: 2, flags: ['--liftoff-only'] },
    { name: 'optimising tier of V8 only', order: inOrder, lanes: 2, flags: ['--no-liftoff'] },
  ];
  const runs: RunDigests[] = [];
  for (const { name, order, lanes, flags } of ways) {
    const sandbox = await startSandbox({ cache: false, runners: lanes > 2 ? 2 : 1, runnerFlags: flags });
    try {
      runs.push({ name, ...(await digestOf(sandbox, list, order, lanes)) });
    } finally {
      await sandbox.close();
    }
  }
  return {
    submissions: list.length,
    runs,
    identical: new Set(runs.map((run) => run.digest + run.programs)).size === 1,
  };
}
