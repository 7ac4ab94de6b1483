// The documented contract of `tasks` and `grade`: what they print, and how they refuse. Needs the compiled tree.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

it('tasks list prints the coverage for a person and says that no row is empty', async () => {
  const output = new Recorder();
  expect(await tasks.run(['list', ...library], output)).toBe(0);
  expect(output.texts.join('\n')).toMatch(/^D10 Document bring-up and trade-offs( +[\d·]+)+ +\d+ +\d+$/m);
  expect(output.texts.join('\n')).toMatch(/^No row is empty; \d+ of 135 cells are\.$/m);
});

describe('a new task', () => {
  const run = async (args: string[]) => {
    const output = new Recorder();
    const code = await tasks.run([...args, '--tasks', folder], output);
    return { code, text: output.texts.join('\n') };
  };

  it.each([
    ['c', 'new-c', /no check is hidden/],
    ['numeric', 'new-numeric', /wrong\/first-stage-only\.yaml:2: still holds/],
    [
      'interpretation',
      'new-interpretation',
      /new-interpretation\/variant\.js:1: still holds the placeholder REPLACE, also in line \d+, \d+/,
    ],
  ])(
    'of kind %s is laid out whole, and verify says what is missing',
    async (kind, slug, special) => {
      expect(await run(['new', kind, slug])).toMatchObject({
        code: 0,
        text: expect.stringContaining('REPLACE') as string,
      });
      const { code, text } = await run(['verify', slug, '--seeds', '2']);
      expect(code).toBe(1);
      expect(text).toMatch(
        new RegExp(`^${slug}: NOT PROVED; 2 seeds, reference 10 of 10 points, 1 of 1 wrong answers`, 'm'),
      );
      expect(text).toMatch(/task\.yaml:3: still holds the placeholder REPLACE, also in line .*: write your own/);
      expect(text).toMatch(/wrong\/:1: holds 1 wrong answer: give at least 8/);
      expect(text).toMatch(special);
      if (kind !== 'c') expect(text).toContain(`${slug}/solve.js:1: still holds`);
      const published = await run(['publish', slug, '--seeds', '1']);
      expect(published).toMatchObject({ code: 1, text: expect.stringContaining('NOT PROVED') as string });
      await expect(readFile(join(folder, 'versions.yaml'))).rejects.toMatchObject({ code: 'ENOENT' });
    },
    600_000,
  );

  it.each([
    [['new'], /Say tasks new KIND SLUG with one of the kinds c, numeric, interpretation/],
    [['new', 'quiz', 'a'], /not “quiz”/],
    [['new', 'c'], /Name the task: tasks new c SLUG/],
    [['new', 'c', 'My_Task'], /is no slug/],
    [['new', 'c', '../out'], /is no slug/],
    [['new', 'c', 'new-c'], /There is a folder new-c already/],
    [['new', 'c', 'a', 'b'], /one argument too many/],
  ])('is refused as %p', async (args, message) => {
    const refused = run(args);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });
});

it('a changed task fails its proof until its version is raised, and publishing proves before it records', async () => {
  const bank = join(folder, 'bank');
  const task = join(bank, 'tensor-arena');
  await cp(resolve(__dirname, '../../../assessments/tensor-arena'), task, { recursive: true });
  const run = async (verb: string) => {
    const output = new Recorder();
    const code = await tasks.run([verb, 'tensor-arena', '--seeds', '1', '--tasks', bank], output);
    return { code, text: output.texts.join('\n') };
  };
  expect(await run('publish')).toMatchObject({
    code: 0,
    text: expect.stringContaining('version 1 is on record') as string,
  });
  expect(await run('publish')).toMatchObject({
    code: 0,
    text: expect.stringContaining('Nothing to publish') as string,
  });
  const prompt = await readFile(join(task, 'prompt.md.hbs'), 'utf8');
  await writeFile(join(task, 'prompt.md.hbs'), `${prompt}\nOne more sentence.\n`);
  expect(await run('verify')).toEqual({
    code: 1,
    text: expect.stringContaining('raise version in task.yaml, then say tasks publish tensor-arena') as string,
  });
  await expect(run('publish')).rejects.toMatchObject({ code: 'version-published' });
  const yaml = await readFile(join(task, 'task.yaml'), 'utf8');
  await writeFile(join(task, 'task.yaml'), yaml.replace('version: 1', 'version: 2'));
  expect(await run('publish')).toMatchObject({
    code: 0,
    text: expect.stringContaining('version 2 is on record') as string,
  });
  expect(await run('verify')).toMatchObject({ code: 0 });
  expect((await readFile(join(bank, 'versions.yaml'), 'utf8')).match(/^- /gm)).toHaveLength(2);
}, 600_000);

it('tasks mutate grades a sample, and says which task has a source to change', async () => {
  const [report] = (await documentOf(tasks, [
    'mutate',
    'int8-fully-connected',
    '--seeds',
    '1',
    '--sample',
    '4',
  ])) as unknown as Record<string, number & unknown[]>[];
  expect(report).toMatchObject({ slug: 'int8-fully-connected', seedsTried: 1 });
  expect(report.made + report.sameProgram + report.notCompiled).toBe(4);
  expect(report.made).toBe(report.killed + report.recordedAsEquivalent + report.survivors.length);
  await expect(tasks.run(['mutate', 'tensor-arena', ...library], new Recorder())).rejects.toThrow(
    'tensor-arena has no C source to change: name a task of kind c.',
  );
}, 600_000);

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
}, 300_000);

it('tasks variant ends the prompt of a C task, and of no other, with what a program may take', async () => {
  const { prompt } = await documentOf(tasks, ['variant', 'block-pool', '--seed', '7']);
  expect(prompt).toMatch(/\n## Limits\n[^#]*262,144 bytes[^#]*800 million steps[^#]*128 parameters[^#]*$/);
  const { prompt: other } = await documentOf(tasks, ['variant', 'tensor-quantisation', '--seed', '7']);
  expect(other).not.toContain('## Limits');
}, 300_000);

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
}, 300_000);

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
}, 300_000);

it('prints text for a person without --json', async () => {
  const output = new Recorder();
  expect(await tasks.run(['variant', 'detector-latency-run', '--seed', '1', ...library], output)).toBe(0);
  expect(output.texts.join('\n')).toMatch(
    /Twenty minutes of a detector[\s\S]*Key \(not shown to candidates\)[\s\S]*sustainedRate = [\d.]+ fps ± 1 %/,
  );
}, 300_000);

it.each<[typeof tasks, string[], RegExp]>([
  [tasks, [], /Say tasks list, tasks variant, tasks verify, tasks mutate, tasks new or tasks publish/],
  [tasks, ['lost'], /not “lost”/],
  [tasks, ['list', 'x'], /takes no task/],
  [tasks, ['variant'], /Name a task/],
  [tasks, ['variant', 'tensor-quantisation'], /Give --seed N/],
  [tasks, ['variant', 'a', 'b'], /one argument too many/],
  [tasks, ['verify', '--seeds', '0'], /whole number from 1/],
  [tasks, ['verify', '--seeds', '2', '--quick'], /not both/],
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
