// Filling a task: every hole is filled or it is an error; and what authors' code returns is checked before use.
import { fillTask } from './fill-task';
import { type GeneratedVariant, readGeneratedKey, readGeneratedVariant } from './generated';
import { publicTaskOf } from './public-task';
import type { Task } from './task';

const secret = (name: string) => `SECRET-${name}`;
const base: Omit<Task, 'kind' | 'files'> = {
  id: '7d0c2f0e-9b1a-4c56-8f00-1a2b3c4d5e6f',
  version: 1,
  slug: 't',
  title: 'A task',
  level: 'mid',
  minutes: 10,
  points: 5,
  duties: ['D1'],
  criteria: ['Q1'],
  summary: 'One line.',
  sources: [{ title: secret('source'), where: '', accessed: '2026-11-23' }],
  difficulty: [{ measure: secret('difficulty'), value: 'p.a', from: 0, to: 1 }],
  review: { strong: secret('strong'), followUp: secret('follow-up') },
  reference: { answers: { x: secret('reference') } },
  good: [],
  equivalentMutants: [],
  solution: null,
  wrong: [
    {
      kind: 'fields',
      source: '',
      file: 'wrong/a.yaml',
      loses: ['x'],
      why: secret('why'),
      answers: { x: secret('wrong') },
    },
  ],
  digest: secret('digest'),
};
const numeric: Task = {
  ...base,
  kind: 'interpretation',
  fields: [
    { name: 'x', label: 'Value at {{a}}', type: 'number', unit: 'ms', points: 3, significantDigits: 3 },
    {
      name: 'c',
      label: 'Which?',
      type: 'choice',
      points: 2,
      keepOrder: false,
      options: [
        { value: 'p', label: 'P {{a}}' },
        { value: 'q', label: 'Q' },
      ],
    },
  ],
  justification: { label: 'Why {{a}}?', anchors: [0, 1, 2, 3, 4].map((n) => secret(`anchor-${n}`)) },
  files: {
    'prompt.md.hbs': 'a = {{fixed a 2}}, {{grouped b}}, {{figures.run.title}}',
    'checks.js': secret('checks'),
    'variant.js': secret('variant'),
  },
};
const program: Task = {
  ...numeric,
  kind: 'c',
  fields: undefined,
  justification: undefined,
  target: 'wasm32',
  reference: null,
  c: {
    file: 'ring.c',
    headers: ['ring.h'],
    flags: ['-O2'],
    exports: ['f'],
    stackBytes: 1024,
    heapBytes: 0,
    simd: false,
    devices: [],
    interrupts: false,
    instructionLimit: 1000,
    budgets: { codeBytes: { full: '{{b}}', limit: 2000000, points: 1 } },
  },
  files: {
    'prompt.md.hbs': '{{a}}',
    'starter.c': 'int f(void) { return {{0}}; }',
    'ring.h.hbs': '#define A {{a}}',
    'reference.c': secret('reference-c'),
    'checks.js': secret('checks'),
  },
  wrong: [{ kind: 'c', file: 'wrong/a.c', source: secret('wrong-c'), loses: ['x'], verdict: null }],
};
const generated = readGeneratedVariant(numeric, {
  parameters: { a: 1.5, b: 1234567, hidden: secret('parameter') },
  figures: [
    {
      id: 'run',
      title: 'The run',
      type: 'line',
      x: { label: 't', unit: 's' },
      y: { label: 'l' },
      series: [{ name: 's', points: [[0, 1]] }],
      description: 'd',
    },
  ],
});

describe('fillTask', () => {
  it('fills prompt, labels and options', () => {
    const filled = fillTask(numeric, generated);
    expect(filled.prompt).toBe('a = 1.50, 1\u202f234\u202f567, The run');
    expect(filled.fields).toMatchObject([
      { label: 'Value at 1.5', unit: 'ms', significantDigits: 3 },
      { options: [{ label: 'P 1.5' }, { label: 'Q' }] },
    ]);
    expect(filled.justification).toBe('Why 1.5?');
    expect(filled.starter).toBeNull();
  });

  it('fills headers and budgets of a program and leaves files without .hbs alone', () => {
    const filled = fillTask(program, generated);
    expect(filled.headers).toEqual([{ name: 'ring.h', text: '#define A 1.5' }]);
    expect(filled.starter).toBe('int f(void) { return {{0}}; }');
    expect(filled.budgets).toEqual([{ metric: 'codeBytes', full: 1234567, limit: 2000000, points: 1, check: null }]);
  });

  it.each([
    '{{missing}}',
    '{{a.b.c}}',
    '{{fixed missing 2}}',
    '{{fixed a}}',
    '{{unknownHelper a}}',
    '{{#each missing}}x{{/each}}',
  ])('refuses %s', (template) => {
    const task = { ...numeric, files: { ...numeric.files, 'prompt.md.hbs': template } };
    expect(() => fillTask(task, generated)).toThrow(
      expect.objectContaining({
        code: 'task-fill-failed',
        message: expect.stringContaining('t/prompt.md.hbs') as string,
      }) as Error,
    );
  });

  it.each([
    [
      '{{a}}\n{{missing}}',
      't/prompt.md.hbs:2: there is no parameter missing: return it from variant.js, or mend the hole',
    ],
    ['{{a}}\n\n{{a', 't/prompt.md.hbs:3: a hole is not closed'],
  ])('names the line of %j', (template, message) => {
    const task = { ...numeric, files: { ...numeric.files, 'prompt.md.hbs': template } };
    expect(() => fillTask(task, generated)).toThrow(message);
  });

  const filledWith = (template: string, parameters: Record<string, unknown>): string => {
    const task = { ...numeric, files: { ...numeric.files, 'prompt.md.hbs': template } };
    const more = { ...generated, parameters: { ...generated.parameters, ...parameters } } as GeneratedVariant;
    return fillTask(task, more).prompt;
  };

  it.each<[string, unknown, RegExp]>([
    ['NaN', NaN, /the hole \{\{p\}\} is NaN: mend it in variant\.js, or the hole$/],
    ['Infinity', -Infinity, /is -Infinity/],
    ['null', null, /is null/],
    ['nothing', undefined, /is undefined|no parameter p/],
    ['an empty text', '', /is empty/],
    ['a blank text', ' \n', /is empty/],
    ['an object', { a: 1 }, /is an object/],
    ['an empty list', [], /is an empty list/],
    ['a list with a gap', [1, null], /is null/],
    ['a list with NaN', ['a', NaN], /is NaN/],
    ['a text of NaN', 'NaN', /prints NaN/],
    ['a text with NaN', 'between NaN and 3 ms', /prints NaN/],
    ['a text with undefined', 'undefined ms', /prints undefined/],
    ['a text with an object', 'the [object Object]', /prints \[object Object\]/],
    ['a text of null', 'null ms', /prints null/],
  ])('refuses a hole that prints %s, wherever it stands', (_what, p, message) => {
    const places = [
      ...[
        '{{p}}',
        '{{{p}}}',
        '{{#if a}}{{p}}{{/if}}',
        '{{#each list}}{{../p}}{{/each}}',
        '{{#with deep}}{{p}}{{/with}}',
      ],
      '{{#unless a}}{{else}}{{p}}{{/unless}}',
    ];
    for (const template of places) {
      const fill = () => filledWith(`a\n\nb ${template} ms`, { p, list: [1], deep: { p } });
      expect(fill).toThrow(/^t\/prompt\.md\.hbs:3: /);
      expect(fill).toThrow(new RegExp(message.source.replace('\\{\\{p\\}\\}', '.*').replace(/\$$/, '')));
    }
  });

  it.each([
    ['{{fixed p 2}}', NaN],
    ['{{fixed p 2}}', Infinity],
    ['{{grouped p}}', NaN],
  ])('refuses what a helper makes of it: %s of %p', (template, p) => {
    expect(() => filledWith(template, { p })).toThrow(/the hole \{\{\w+ p.*\}\} prints/);
  });

  it.each([
    ['{{p}}', 0, '0'],
    ['{{p}}', -0, '0'],
    ['{{p}}', false, 'false'],
    ['{{p}}', [1, 2], '1,2'],
    ['{{p}}', 'the NaNs of a null pointer', 'the NaNs of a null pointer'],
    ['{{#each p}}{{@index}}:{{this}} {{/each}}', [3, 4], '0:3 1:4 '],
    ['{{#each p}}{{this.n}}{{/each}}', [{ n: 5 }], '5'],
    ['{{#if p}}x{{/if}}', '', ''],
    ['{{lookup p "n"}}', { n: 6 }, '6'],
  ])('fills %s with %p', (template, p, text) => {
    expect(filledWith(template, { p })).toBe(text);
  });

  it('refuses such a hole in labels, headers, starter and budgets too', () => {
    const bad = { ...generated, parameters: { ...generated.parameters, a: null } } as GeneratedVariant;
    const prompt = { 'prompt.md.hbs': 'x' };
    expect(() => fillTask({ ...numeric, files: { ...numeric.files, ...prompt } }, bad)).toThrow(
      /^t\/task\.yaml:\d+: .*null/,
    );
    expect(() => fillTask({ ...program, files: { ...program.files, ...prompt } }, bad)).toThrow(
      /^t\/ring\.h\.hbs:1: .*null/,
    );
  });

  it('cannot be led to the prototype of an object', () => {
    const task = { ...numeric, files: { ...numeric.files, 'prompt.md.hbs': '{{a.constructor.name}}' } };
    expect(() => fillTask(task, generated)).toThrow(/task|constructor|name/);
  });
});

describe('what authors return', () => {
  it.each<[string, unknown, RegExp]>([
    ['no parameters', {}, /parameters/],
    [
      'a figure without a description',
      { parameters: {}, figures: [{ ...generated.figures[0], description: '' }] },
      /describe the figure/,
    ],
    [
      'a point that is no pair',
      { parameters: {}, figures: [{ ...generated.figures[0], series: [{ name: 's', points: [[1]] }] }] },
      /figures\.0/,
    ],
    [
      'a figure whose title is spoiled',
      { parameters: {}, figures: [{ ...generated.figures[0], title: 'undefined devices' }] },
      /figures\.0\.title: prints undefined/,
    ],
    [
      'a point that is not finite',
      { parameters: {}, figures: [{ ...generated.figures[0], series: [{ name: 's', points: [[1, NaN]] }] }] },
      /figures\.0\.series\.0\.points\.0\.1/,
    ],
    ['a parameter that is not finite', { parameters: { a: { b: [NaN] } } }, /parameters/],
  ])('refuses a variant with %s', (_what, value, message) => {
    expect(() => readGeneratedVariant(numeric, value)).toThrow(message);
  });

  const good = { x: { value: 2.5, unit: 'ms', tolerance: { relative: 0.01 } }, c: { value: 'p' } };
  it('fills the defaults of a key', () => {
    expect(readGeneratedKey(numeric, good).c).toEqual({ value: 'p', unit: '', tolerance: null, slips: [] });
  });

  it.each<[string, unknown, RegExp]>([
    ['a missing field', { x: good.x }, /lacks the field c/],
    ['an unknown field', { ...good, z: { value: 1 } }, /has z, which task\.yaml does not/],
    ['another unit', { ...good, x: { ...good.x, unit: 's' } }, /make both agree/],
    ['a value that is no option', { ...good, c: { value: 'r' } }, /does not fit/],
    ['a text for a number', { ...good, x: { ...good.x, value: '2.5' } }, /is no number: give one/],
    [
      'an error carried from a field that is no number',
      { ...good, x: { ...good.x, carried: { from: 'c' } } },
      /carries from c/,
    ],
    ['an error carried from the field itself', { ...good, x: { ...good.x, carried: { from: 'x' } } }, /come earlier/],
    ['a value of NaN', { ...good, x: { ...good.x, value: NaN } }, /x\.value/],
    ['an endless tolerance', { ...good, x: { ...good.x, tolerance: { absolute: Infinity } } }, /x\.tolerance/],
    ['a slip of NaN', { ...good, x: { ...good.x, slips: [{ value: NaN, credit: 0.5, cause: 'c' }] } }, /x\.slips/],
    [
      'a slip that no candidate can give',
      { ...good, x: { ...good.x, slips: [{ value: 'p', credit: 0.5, cause: 'c' }] } },
      /slip 1 of x is no answer/,
    ],
    [
      'a slip with an option that does not exist',
      { ...good, c: { value: 'p', slips: [{ value: 'r', credit: 0.5, cause: 'c' }] } },
      /slip 1 of c is no answer/,
    ],
    ['a factor of NaN', { ...good, x: { ...good.x, carried: { from: 'y', factor: NaN } } }, /x\.carried\.factor/],
    ['a factor of 0', { ...good, x: { ...good.x, carried: { from: 'y', factor: 0 } } }, /carries nothing/],
    ['a relative tolerance of zero', { ...good, x: { ...good.x, value: 0 } }, /absolute tolerance/],
  ])('refuses a key with %s', (_what, value, message) => {
    expect(() => readGeneratedKey(numeric, value)).toThrow(message);
  });
});

describe('publicTaskOf', () => {
  it.each([
    ['fields', numeric],
    ['a program', program],
  ])('holds no secret of a task with %s, whatever the variant carries', (_what, task) => {
    const variant = {
      ...fillTask(task, generated),
      figures: generated.figures,
      parameters: generated.parameters,
      answerKey: { x: { value: secret('key') } },
      seed: 7,
    };
    const view = publicTaskOf(task, variant);
    expect(JSON.stringify(view)).not.toContain('SECRET');
    expect(Object.keys(view).sort()).toEqual(
      [
        'fields',
        'figures',
        'justification',
        'kind',
        'minutes',
        'points',
        'program',
        'prompt',
        'slug',
        'summary',
        'title',
        'version',
      ].sort(),
    );
  });
});
