// A compiler that was begun ahead with the arguments of the last jobs says and makes what one does that starts with the job.
import { compilerArguments } from './flags';
import { type ToolRun } from './llvm';
import { llvmLoader } from './llvm-in-tests';

const load = llvmLoader();
const text = new TextEncoder();

const args = compilerArguments('answer.c', 'answer.o', ['-O2'], false);
const filesOf = (source: string, headers: Record<string, string> = {}): Map<string, Uint8Array> =>
  new Map(Object.entries({ ...headers, 'answer.c': source }).map(([name, content]) => [name, text.encode(content)]));
const outcome = ({ exitCode, output, crash, files, steps }: ToolRun): unknown => {
  const object = files.get('answer.o');
  return { exitCode, output, crash, steps, object: object && Buffer.from(object).toString('base64') };
};

const jobs: [string, Map<string, Uint8Array>][] = [
  ['a program', filesOf('#include <stdint.h>\nint8_t f(int8_t a) { return a * 3; }')],
  ['a warning', filesOf('int f(int a) { int unused; return a; }')],
  ['an error', filesOf('int f(int a) { return b; }')],
  ['a header of the task', filesOf('#include "task.h"\nint f(void) { return SIZE; }', { 'task.h': '#define SIZE 7' })],
  ['a header that is not there', filesOf('#include "task.h"\nint f(void) { return SIZE; }')],
  ['a header in a folder', filesOf('#include "a/b.h"\nint f(void) { return B; }', { 'a/b.h': '#define B 3' })],
  ['an empty source', filesOf('')],
  [
    'a source that includes itself',
    filesOf('#ifndef A\n#define A\n#include "answer.c"\n#else\nint f(void) { return 1; }\n#endif'),
  ],
];

it('is the same begun ahead and begun with the job', async () => {
  const [fresh, ahead] = await Promise.all([load(), load()]);
  for (const [, files] of jobs.slice(0, 2)) await ahead.run(args, files, 'answer.c');
  for (const [name, files] of jobs) {
    await ahead.prepare();
    const got = outcome(await ahead.run(args, files, 'answer.c'));
    expect({ name, ...Object(got) }).toEqual({ name, ...Object(outcome(await fresh.run(args, files, 'answer.c'))) });
  }
}, 120_000);

it('serves other arguments while one is begun', async () => {
  const llvm = await load();
  const [, files] = jobs[0];
  for (let i = 0; i < 2; i++) await llvm.run(args, files, 'answer.c');
  await llvm.prepare();
  const other = compilerArguments('answer.c', 'answer.o', ['-O0'], false);
  const unoptimised = outcome(await llvm.run(other, files, 'answer.c'));
  const optimised = outcome(await llvm.run(args, files, 'answer.c'));
  expect(unoptimised).toMatchObject({ exitCode: 0, crash: null });
  expect(optimised).toMatchObject({ exitCode: 0, crash: null });
  expect(unoptimised).not.toEqual(optimised);
}, 120_000);
