// Loading a library from real folders: what is read, what is refused, and that every refusal names file, line and mend.
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@bringup/platform';
import { standingOf, versionFault } from './domain/published-versions';
import { loadPracticeBank, loadTaskBank } from './load-task-bank';
import { publishVersion } from './read-versions';
import { asTask, withoutProofs } from './task';

const yaml = `id: 7d0c2f0e-9b1a-4c56-8f00-1a2b3c4d5e6f
version: 1
title: Scale of a tensor
kind: numeric
level: junior
minutes: 10
points: 3
duties: [D1]
criteria: [Q1]
summary: One scale.
sources: [{ title: Paper, where: section 2, accessed: "2026-11-23" }]
review: { strong: Right., followUp: Why }
difficulty: [{ measure: the number, value: p.a, from: 1, to: 9 }]
fields:
  - { name: scale, label: "Scale", type: number, points: 3, significantDigits: 4 }
`;
const files: Record<string, string> = {
  'task.yaml': yaml,
  'variant.js': 'export function variant(random) { return { parameters: { a: random.integer(1, 9) } }; }',
  'checks.js': 'export function answerKey(p) { return { scale: { value: p.a, unit: "" } }; }',
  'prompt.md.hbs': 'a is {{a}}',
  'reference.yaml': 'answers: { scale: "p.a" }',
  'wrong/doubles.yaml': 'loses: [scale]\nwhy: Doubles.\nanswers: { scale: "p.a * 2" }',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'task-bank-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function lay(slug: string, changes: Record<string, string | null> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    if (text === null) continue;
    await mkdir(join(folder, slug, name, '..'), { recursive: true });
    await writeFile(join(folder, slug, name), text);
  }
}

async function faultsOf(): Promise<string[]> {
  try {
    await loadTaskBank(folder);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'task-invalid') return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a library without faults', () => {
  it('lists summaries in the order of slugs and gives tasks by slug', async () => {
    await lay('b-task', { 'task.yaml': yaml.replace('7d0c', '8d0c') });
    await lay('a-task');
    const bank = await loadTaskBank(folder);
    expect(bank.list().map((s) => s.slug)).toEqual(['a-task', 'b-task']);
    expect(bank.list()[0]).toMatchObject({
      kind: 'numeric',
      points: 3,
      duties: ['D1'],
      digest: bank.digestOf('a-task'),
    });
    const task = bank.get('a-task');
    expect(task.reference).toEqual({ answers: { scale: 'p.a' } });
    expect(task.wrong).toMatchObject([{ kind: 'fields', file: 'wrong/doubles.yaml', loses: ['scale'] }]);
    expect(Object.keys(task.files)).not.toContain('wrong/doubles.yaml');
    expect(() => bank.get('c-task')).toThrow(/Known: a-task, b-task/);
  });

  it('digests every file but wrong answers', async () => {
    await lay('a');
    const digest = (await loadTaskBank(folder)).digestOf('a');
    await lay('a', { 'wrong/other.yaml': files['wrong/doubles.yaml'] });
    expect((await loadTaskBank(folder)).digestOf('a')).toBe(digest);
    await lay('a', { 'checks.js': `${files['checks.js']} ` });
    expect((await loadTaskBank(folder)).digestOf('a')).not.toBe(digest);
  });

  it('says so when the folder is not there', async () => {
    await expect(loadTaskBank(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'task-library-not-found' });
  });

  it('keeps practice tasks apart: they are no tasks of it, and a library of their own', async () => {
    await lay('a-task');
    expect((await loadPracticeBank(folder)).list()).toEqual([]);
    await lay('practice/try-me', { 'task.yaml': yaml.replace('7d0c', '8d0c') });
    expect((await loadTaskBank(folder)).list().map(({ slug }) => slug)).toEqual(['a-task']);
    expect((await loadPracticeBank(folder)).list().map(({ slug }) => slug)).toEqual(['try-me']);
  });

  it('finds the faults of practice tasks like any others', async () => {
    await lay('practice/try-me', { 'task.yaml': yaml.replace('version: 1', 'version: none') });
    await expect(loadPracticeBank(folder)).rejects.toMatchObject({ code: 'task-invalid' });
  });
});

describe('faults name file, line and mend', () => {
  it.each<[string, Record<string, string | null>, RegExp]>([
    ['a missing file', { 'checks.js': null }, /^t\/checks\.js:1: is missing: add it$/],
    [
      'a wrong answer to a field that is not there',
      { 'wrong/doubles.yaml': 'loses: [scale]\nwhy: Doubles.\nanswers:\n  scael: "p.a * 2"' },
      /^t\/wrong\/doubles\.yaml:4: there is no field scael: name one of scale$/,
    ],
    [
      'a wrong answer that promises a field that is not there',
      { 'wrong/doubles.yaml': 'why: Doubles.\nloses: [shift]\nanswers: { scale: "p.a * 2" }' },
      /^t\/wrong\/doubles\.yaml:2: there is no field shift: name one of scale$/,
    ],
    [
      'a reference without a field',
      { 'reference.yaml': '# nothing yet\nanswers: {}' },
      /^t\/reference\.yaml:2: answers: add scale$/,
    ],
    ['no task.yaml', { 'task.yaml': null }, /^t\/task\.yaml:1: the folder has no task\.yaml/],
    ['broken YAML', { 'task.yaml': yaml.replace('title: Scale of a tensor', 'title: "Scale') }, /^t\/task\.yaml:\d+: /],
    [
      'a wrong level',
      { 'task.yaml': yaml.replace('junior', 'expert') },
      /^t\/task\.yaml:5: level: set level to junior, mid or senior$/,
    ],
    [
      'an unknown duty',
      { 'task.yaml': yaml.replace('[D1]', '[D1, D11]') },
      /^t\/task\.yaml:8: duties\.1: duties are D1 to D10$/,
    ],
    ['a misspelt key', { 'task.yaml': yaml.replace('summary:', 'sumary:') }, /sumary/],
    [
      'points that do not add up',
      { 'task.yaml': yaml.replace('points: 3\n', 'points: 4\n') },
      /^t\/task\.yaml:7: points: the points of the fields add up to 3/,
    ],
    [
      'a field of an unknown type',
      { 'task.yaml': yaml.replace('type: number', 'type: text') },
      /^t\/task\.yaml:15: fields\.0\.type: set type to number, choice or order$/,
    ],
    [
      'a choice without options',
      { 'task.yaml': yaml.replace('type: number', 'type: choice').replace(', significantDigits: 4', '') },
      /^t\/task\.yaml:15: fields\.0/,
    ],
    [
      'a numeric task with a program',
      {
        'task.yaml': yaml.replace(
          'fields:',
          'c: { file: a.c, exports: [f], stackBytes: 1024, heapBytes: 0, instructionLimit: 1000 }\nfields:',
        ),
      },
      /remove it/,
    ],
    [
      'an unquoted date',
      { 'task.yaml': yaml.replace('"2026-11-23"', '23.11.2026') },
      /^t\/task\.yaml:11: .*YYYY-MM-DD/,
    ],
    ['a stray file', { 'notes.txt': 'x' }, /^t\/notes\.txt:1: does not belong in a task folder/],
    [
      'a wrong answer that promises nothing',
      { 'wrong/doubles.yaml': 'why: x\nanswers: {}' },
      /^t\/wrong\/doubles\.yaml:1: loses/,
    ],
    [
      'a wrong answer in C to a numeric task',
      { 'wrong/a.c': '// loses: x' },
      /^t\/wrong\/a\.c:1: answers to a task of kind numeric end in \.yaml$/,
    ],
    ['a huge file', { 'variant.js': ' '.repeat(300_000) }, /^t\/variant\.js:1: is larger than 256 KiB$/],
  ])('%s', async (_what, changes, expected) => {
    await lay('t', changes);
    const faults = await faultsOf();
    expect(faults.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  it('lists the faults of all tasks at once', async () => {
    await lay('a', { 'checks.js': null });
    await lay('b', { 'variant.js': null });
    expect(await faultsOf()).toHaveLength(2);
  });

  it('refuses two tasks with one id', async () => {
    await lay('a');
    await lay('b');
    expect(await faultsOf()).toEqual(['b/task.yaml:1: id: a has the same id: give this task its own']);
  });

  it('refuses a task without difficulty, and one named like a page of the site', async () => {
    await lay('t', { 'task.yaml': yaml.replace(/difficulty: .*\n/, '') });
    await lay('coverage', { 'task.yaml': yaml.replace('7d0c', '8d0c') });
    expect(await faultsOf()).toEqual([
      'coverage/:1: the name coverage is taken: choose another',
      't/task.yaml:1: difficulty: state what makes a variant hard: a list of measure, value, from and to',
    ]);
  });

  it('refuses a folder name that is no slug', async () => {
    await lay('My Task');
    expect((await faultsOf())[0]).toMatch(/lower case with dashes/);
  });

  it('refuses links, which would make the digest depend on what is elsewhere', async () => {
    await lay('t', { 'variant.js': null });
    await symlink('/etc/hostname', join(folder, 't', 'variant.js'));
    expect((await faultsOf())[0]).toMatch(/^t\/variant\.js:1: is not a plain file/);
  });
});

describe('ready-made sets', () => {
  const sets =
    '# sets\n- slug: first\n  name: First\n  purpose: To begin with.\n  minutes: 10\n  reaches: [D1]\n  leans: Q1\n  tasks: [a]\n';
  const write = (text: string) => writeFile(join(folder, 'ready-made.yaml'), text);

  it('are read beside the tasks and are no task', async () => {
    await lay('a');
    expect((await loadTaskBank(folder)).readyMade()).toEqual([]);
    await write(sets);
    const bank = await loadTaskBank(folder);
    expect(bank.readyMade()).toMatchObject([{ slug: 'first', minutes: 10, leans: 'Q1', tasks: ['a'] }]);
    expect(bank.list().map((task) => task.slug)).toEqual(['a']);
  });

  it.each([
    ['a misspelt key', sets.replace('name:', 'nmae:'), /^ready-made\.yaml:2: 0/],
    ['an unknown tag', sets.replace('D1', 'D12'), /^ready-made\.yaml:6: 0\.reaches\.0: name duties D1 to D10/],
    ['an unknown task', sets.replace('[a]', '[b]'), /^ready-made\.yaml:8: first: there is no task b/],
    [
      'a time that does not fit',
      sets.replace('10', '20'),
      /^ready-made\.yaml:5: first: the tasks take 10 minutes only/,
    ],
    ['one slug twice', sets + sets, /give every set its own slug/],
    ['no list', 'first: 1', /write a list of sets/],
  ])('are refused with %s', async (_what, text, message) => {
    await lay('a');
    await write(text);
    expect((await faultsOf()).join('\n')).toMatch(message);
  });
});

describe('the record of published versions', () => {
  it('grows by a line for a new version and refuses to change one', async () => {
    await lay('a');
    const first = await loadTaskBank(folder);
    expect(await publishVersion(folder, first.versions(), first.get('a'))).toBe(true);
    const before = await readFile(join(folder, 'versions.yaml'), 'utf8');
    const published = await loadTaskBank(folder);
    expect(published.versions()).toEqual([{ slug: 'a', version: 1, digest: published.digestOf('a') }]);
    expect(await publishVersion(folder, published.versions(), published.get('a'))).toBe(false);
    await lay('a', { 'prompt.md.hbs': 'Now a is {{a}}' });
    const changed = await loadTaskBank(folder);
    expect(versionFault(changed.versions(), changed.get('a'))).toMatch(/raise version in task\.yaml/);
    await expect(publishVersion(folder, changed.versions(), changed.get('a'))).rejects.toMatchObject({
      code: 'version-published',
    });
    await lay('a', { 'prompt.md.hbs': 'Now a is {{a}}', 'task.yaml': yaml.replace('version: 1', 'version: 2') });
    const raised = await loadTaskBank(folder);
    expect(await publishVersion(folder, raised.versions(), raised.get('a'))).toBe(true);
    const after = await readFile(join(folder, 'versions.yaml'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect((await loadTaskBank(folder)).versions().map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is refused when it holds an edition twice or a broken digest', async () => {
    await lay('a');
    const line = `- { slug: a, version: 1, digest: "${'0'.repeat(64)}" }\n`;
    await writeFile(join(folder, 'versions.yaml'), `${line}- { slug: a, version: 2, digest: abc }\n`);
    expect(await faultsOf()).toEqual(['versions.yaml:2: 1.digest: the digest has 64 hexadecimal digits']);
    await writeFile(join(folder, 'versions.yaml'), line + line);
    expect(await faultsOf()).toEqual(['versions.yaml:2: 1: a 1 is on record already: remove this line']);
  });
});

describe('what only proves a task in C', () => {
  const program = yaml
    .replace('kind: numeric', 'kind: c\ntarget: wasm32')
    .replace(/fields:[^]*/, 'c: { file: f.c, exports: [f], stackBytes: 1024, heapBytes: 0, instructionLimit: 9000 }\n');
  const c = {
    'task.yaml': program,
    'reference.c': 'int f(void) { return 1; }',
    'starter.c': 'int f(void) { return 0; }',
    'reference.yaml': null,
    'wrong/doubles.yaml': null,
  };
  const mutants = `mutants:
  - { id: constant:f:0123abcd, reason: "It is." }
  - id: [operand:f:0123abcd-2, block:file:ffffffff]
    reason: Both are.
`;

  it('is read, and is no part of the digest or of what attempts keep', async () => {
    await lay('plain', c);
    await lay('proved', {
      ...c,
      'task.yaml': program.replace('7d0c2f0e', '8d0c2f0e'),
      'good/two_steps.c': 'int f(void) { return 2 - 1; }',
      'mutants.yaml': mutants,
    });
    const bank = await loadTaskBank(folder);
    const task = bank.get('proved');
    expect(task.good).toEqual([{ file: 'good/two_steps.c', source: 'int f(void) { return 2 - 1; }' }]);
    expect(task.equivalentMutants).toEqual([
      { id: 'constant:f:0123abcd', reason: 'It is.' },
      { id: 'operand:f:0123abcd-2', reason: 'Both are.' },
      { id: 'block:file:ffffffff', reason: 'Both are.' },
    ]);
    expect(Object.keys(task.files)).not.toContain('good/two_steps.c');
    expect(Object.keys(task.files)).not.toContain('mutants.yaml');
    const { digest } = task;
    await writeFile(join(folder, 'proved/good/two_steps.c'), 'int f(void) { return 3 - 2; }');
    await rm(join(folder, 'proved/mutants.yaml'));
    expect((await loadTaskBank(folder)).get('proved').digest).toBe(digest);
    const kept = withoutProofs(task);
    expect(JSON.stringify(kept)).not.toContain('2 - 1');
    expect(asTask(kept)).toEqual({ ...task, wrong: [], good: [], equivalentMutants: [] });
  });

  it.each([
    ['mutants.yaml', 'mutants: []', 'a/mutants.yaml:1: mutants: name a mutant, or remove the file'],
    ['mutants.yaml', mutants.replace('-2', ''), null],
    ['mutants.yaml', mutants.replace('block:file:ffffffff', 'constant:f:0123abcd'), 'mutants: name each mutant once'],
    ['mutants.yaml', mutants.replace('constant:f:0123abcd', 'the first'), 'copy the id that tasks mutate prints'],
    ['mutants.yaml', mutants.replace('It is.', ''), 'write why no check can tell this mutant from the reference'],
    ['good/two_steps.yaml', 'x: 1', 'a/good/two_steps.yaml:1: does not belong in a task folder'],
  ])('%s: %j', async (name, text, fault) => {
    await lay('a', { ...c, [name]: text });
    if (fault === null) expect(await faultsOf()).toEqual([]);
    else expect(await faultsOf()).toEqual([expect.stringContaining(fault)]);
  });

  it('does not belong to a task of another kind', async () => {
    await lay('a', { 'good/two_steps.c': 'int f;', 'mutants.yaml': mutants });
    expect((await faultsOf()).sort().reverse()).toEqual([
      expect.stringContaining('a/mutants.yaml:1: does not belong'),
      expect.stringContaining('a/good/two_steps.c:1: does not belong'),
    ]);
  });
});

it('every task of the library is on record with the files that it has', async () => {
  const bank = await loadTaskBank('assessments');
  const standings = bank
    .list()
    .map((task) => `${task.slug}: ${versionFault(bank.versions(), task) ?? standingOf(bank.versions(), task)}`);
  expect(standings.filter((words) => !words.endsWith(': published'))).toEqual([]);
});
