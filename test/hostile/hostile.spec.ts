// Every hostile answer gets the verdict that its first line names, and after each one the pool still grades a good answer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckOutcome, type CompileJob, type Sandbox } from '../../libs/grading/sandbox/sandbox';
import { startSandbox } from '../../libs/grading/sandbox/start-sandbox';

const header = '#include <stdint.h>\nint answer(const int8_t *data, int count);\n';
const good =
  '#include "answer.h"\nint answer(const int8_t *data, int count) {\n  int sum = 0;\n  for (int i = 0; i < count; i++) sum += data[i];\n  return sum;\n}\n';

/** Adds numbers up: one visible check with a known input, one hidden with random ones. */
const checksSource = `
const sum = (list) => list.reduce((a, b) => a + b, 0);
function check(t, values) {
  const data = t.buffer(Int8Array.from(values));
  t.equal(t.call('answer', data.address, values.length), sum(values), 'the sum of ' + values.length + ' numbers');
}
export const checks = [
  { id: 'known', visible: true, title: 'Adds three numbers', lesson: 'Add them.', points: 1, run: (t) => check(t, [1, 2, 3]) },
  { id: 'random', visible: false, title: 'Adds any numbers', lesson: 'Add them all.', points: 1,
    run: (t) => { for (let n = 4; n < 20; n++) check(t, Array.from({ length: n }, () => t.random.integer(7, 90))); } },
];`;

const job = (source: string): CompileJob => ({
  file: 'answer.c',
  source,
  headers: [{ name: 'answer.h', text: header }],
  flags: ['-O2'],
  exports: ['answer'],
  stackBytes: 1024,
  heapBytes: 256,
});

function statusOf(checks: readonly CheckOutcome[]): string {
  const fault = checks.find((check) => check.fault !== null)?.fault;
  if (fault) return fault.status;
  if (checks.every((check) => check.passed)) return 'accepted';
  return checks.some((check) => check.passed) ? 'partial' : 'wrong-answer';
}

interface Graded {
  readonly status: string;
  readonly text: string;
}

async function grade(sandbox: Sandbox, source: string): Promise<Graded> {
  const compiled = await sandbox.compile(job(source));
  if (compiled.status !== 'ok')
    return {
      status: compiled.status,
      text: compiled.status === 'compile-error' ? compiled.compilerOutput : compiled.reason,
    };
  const ran = await sandbox.runChecks({
    program: compiled.program,
    checksSource,
    parameters: {},
    seed: 7,
    scope: 'all',
    instructionLimit: 1_000_000,
  });
  if (ran.status !== 'ok') return { status: ran.status, text: ran.reason };
  return { status: statusOf(ran.checks), text: ran.checks.map((check) => check.message).join('\n') };
}

function corpus(folder: string): { name: string; verdict: string; source: string }[] {
  return readdirSync(join(__dirname, folder))
    .sort()
    .map((name) => {
      const source = readFileSync(join(__dirname, folder, name), 'utf8');
      const verdict = /^\/\/ verdict: ([a-z-]+)/.exec(source)?.[1];
      if (!verdict) throw new Error(`${name} does not name its verdict on its first line.`);
      return { name, verdict, source };
    });
}

describe('hostile answers', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    // No cache: the good answer must be compiled and run anew each time.
    sandbox = await startSandbox({ cache: false });
  }, 60_000);
  afterAll(() => sandbox.close());

  it.each(corpus('c').map((entry) => [entry.name, entry] as const))(
    'C: %s',
    async (_, { verdict, source }) => {
      const graded = await grade(sandbox, source);
      expect(graded).toMatchObject({ status: verdict });
      expect(graded.text).not.toMatch(/root:|\/work\/|candidate\.o|include\/|node_modules|at .*\.js:/);
      expect(await grade(sandbox, good)).toMatchObject({ status: 'accepted' });
    },
    120_000,
  );

  it('C: a megabyte of source', async () => {
    const line = '// a comment that is as long as a line of a program usually is, more or less\n';
    expect(await grade(sandbox, line.repeat(14_000) + good)).toMatchObject({ status: 'compile-error' });
    expect(await grade(sandbox, good)).toMatchObject({ status: 'accepted' });
  }, 60_000);

  it.each(corpus('javascript').map((entry) => [entry.name, entry] as const))(
    'JavaScript: %s',
    async (_, { verdict, source }) => {
      const result = await sandbox.evaluate({ source, call: 'attack', args: [{ size: 3 }], seedText: 'hostile' });
      expect(result).toMatchObject({ status: verdict });
      if (result.status === 'ok') expect(result.value).toBe('held');
      expect(await grade(sandbox, good)).toMatchObject({ status: 'accepted' });
    },
    120_000,
  );
});
