// The documented contract of `tasks` and `grade`: what they print, and how they refuse. Needs the compiled tree.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Output, UsageError } from '../command';
import { command as grade } from './grade';
import { command as tasks } from './tasks';

const library = ['--tasks', resolve(__dirname, '../../../assessments')];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grade-'));
});
afterAll(() => rm(folder, { recursive: true }));

class Recorder implements Output {
  readonly documents: unknown[] = [];
  readonly texts: string[] = [];
  json(document: unknown): void {
    this.documents.push(JSON.parse(JSON.stringify(document)));
  }
  text(text: string): void {
    this.texts.push(text);
  }
  log(): void {
    this.texts.push('');
  }
}

async function documentOf(command: typeof tasks, args: string[]): Promise<Record<string, unknown>> {
  const output = new Recorder();
  expect(await command.run([...args, '--json', ...library], output)).toBe(0);
  expect(output.documents).toHaveLength(1);
  return output.documents[0] as Record<string, unknown>;
}

it('tasks list prints one summary a task', async () => {
  const list = (await documentOf(tasks, ['list'])) as unknown as Record<string, unknown>[];
  expect(list.length).toBeGreaterThanOrEqual(3);
  expect(new Set(list.map((task) => task.kind))).toEqual(new Set(['c', 'numeric', 'interpretation']));
  for (const task of list)
    expect(Object.keys(task)).toEqual(
      expect.arrayContaining(['slug', 'kind', 'title', 'duties', 'criteria', 'level', 'minutes', 'points']),
    );
});

it('every duty and criterion of the role is covered by a task', async () => {
  const list = (await documentOf(tasks, ['list'])) as unknown as { duties: string[]; criteria: string[] }[];
  const covered = new Set(list.flatMap((task) => [...task.duties, ...task.criteria]));
  const wanted = [
    ...Array.from({ length: 10 }, (_, i) => `D${i + 1}`),
    ...Array.from({ length: 5 }, (_, i) => `Q${i + 1}`),
  ];
  expect(wanted.filter((tag) => !covered.has(tag))).toEqual([]);
});

it('tasks variant prints parameters, prompt and key, the same for the same seed', async () => {
  const variant = await documentOf(tasks, ['variant', 'tensor-quantisation', '--seed', '7']);
  expect(variant).toMatchObject({ slug: 'tensor-quantisation', seed: 7 });
  expect(variant.prompt).toContain('## What is asked');
  expect((variant.answerKey as Record<string, unknown>).zeroPoint).toEqual({
    value: expect.any(Number) as number,
    unit: '',
    tolerance: { absolute: 0 },
  });
  expect(await documentOf(tasks, ['variant', 'tensor-quantisation', '--seed', '7'])).toEqual(variant);
  expect((await documentOf(tasks, ['variant', 'tensor-quantisation', '--seed', '8'])).parameters).not.toEqual(
    variant.parameters,
  );
}, 60_000);

it('grade prints a verdict with the same digest on every run', async () => {
  const key = (await documentOf(tasks, ['variant', 'tensor-quantisation', '--seed', '3'])).answerKey as Record<
    string,
    { value: number }
  >;
  const file = join(folder, 'right.json');
  await writeFile(
    file,
    JSON.stringify(Object.fromEntries(Object.entries(key).map(([name, { value }]) => [name, value]))),
  );
  const args = ['tensor-quantisation', '--seed', '3', '--answer', file];
  const verdict = await documentOf(grade, args);
  expect(verdict).toMatchObject({
    slug: 'tensor-quantisation',
    seed: 3,
    status: 'accepted',
    points: 20,
    maxPoints: 20,
    metrics: null,
  });
  expect(verdict.digest).toMatch(/^[0-9a-f]{64}$/);
  expect((await documentOf(grade, args)).digest).toBe(verdict.digest);
}, 60_000);

it('grade measures a program, and says what the compiler says when there is none', async () => {
  const good = resolve(__dirname, '../../../assessments/audio-ring-buffer/reference.c');
  const verdict = await documentOf(grade, ['audio-ring-buffer', '--seed', '2', '--answer', good]);
  expect(verdict).toMatchObject({ status: 'accepted', points: 20, metrics: { staticRamBytes: 0, heapPeakBytes: 0 } });
  const bad = join(folder, 'bad.c');
  await writeFile(bad, 'int ring_init(');
  expect(await documentOf(grade, ['audio-ring-buffer', '--seed', '2', '--answer', bad])).toMatchObject({
    status: 'compile-error',
    points: 0,
    maxPoints: 20,
    compilerOutput: expect.stringContaining('ring_buffer.c:1:') as string,
  });
}, 60_000);

it('prints text for a person without --json', async () => {
  const output = new Recorder();
  expect(await tasks.run(['variant', 'detector-latency-run', '--seed', '1', ...library], output)).toBe(0);
  expect(output.texts.join('\n')).toMatch(
    /Twenty minutes of a detector[\s\S]*Key \(not shown to candidates\)[\s\S]*sustainedRate = [\d.]+ fps ± 1 %/,
  );
}, 60_000);

it.each<[typeof tasks, string[], RegExp]>([
  [tasks, [], /Say tasks list, tasks variant or tasks verify/],
  [tasks, ['lost'], /not “lost”/],
  [tasks, ['list', 'x'], /takes no task/],
  [tasks, ['variant'], /Name a task/],
  [tasks, ['variant', 'tensor-quantisation'], /Give --seed N/],
  [tasks, ['variant', 'a', 'b'], /one argument too many/],
  [tasks, ['verify', '--seeds', '0'], /whole number from 1/],
  [grade, [], /Name a task/],
  [grade, ['tensor-quantisation', '--seed', '1'], /Give --answer FILE/],
])('refuses %# %p in one line', async (command, args, message) => {
  const refused = command.run([...args, ...library], new Recorder());
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(message);
});

it('says which tasks there are when there is none of that name', async () => {
  await expect(tasks.run(['variant', 'nope', '--seed', '1', ...library], new Recorder())).rejects.toMatchObject({
    code: 'task-not-found',
  });
});
