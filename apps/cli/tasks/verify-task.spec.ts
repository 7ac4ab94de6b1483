// A task that is broken on purpose does not prove itself on the real sandbox; the library's own proof is `tasks verify`. Needs the compiled tree.
import { resolve } from 'node:path';
import { type GradingEngine, startGradingEngine } from '@bringup/grading';
import { loadTaskBank, type Task, type TaskBank } from '@bringup/task-bank';
import { verifyTask } from './verify-task';

const library = resolve(__dirname, '../../../assessments');

let engine: GradingEngine;
let bank: TaskBank;
beforeAll(async () => {
  [engine, bank] = await Promise.all([startGradingEngine({ compilers: 1, runners: 2 }), loadTaskBank(library)]);
}, 60_000);
afterAll(() => engine.close());

describe('a broken task is found out', () => {
  const faultsOf = async (changes: Partial<Task>, files: Record<string, string> = {}, variants = 0) => {
    const task = bank.get('tensor-quantisation');
    const broken = {
      ...task,
      ...changes,
      files: { ...task.files, ...files },
      digest: JSON.stringify([changes, files]),
    };
    return (await verifyTask(broken, engine, { seeds: 2, variants })).faults.join('\n');
  };
  const file = (name: string) => bank.get('tensor-quantisation').files[name];

  it('when the key is wrong', async () => {
    expect(await faultsOf({}, { 'checks.js': file('checks.js').replace('/ 255;', '/ 250;') })).toMatch(
      /^tensor-quantisation\/reference\.yaml:\d+: the reference does not earn full marks: .* 1\d(\.5)? of 20 .* \(seeds 1, 2\)$/,
    );
  });

  it('when a wrong answer is right', async () => {
    const wrong = {
      kind: 'fields' as const,
      file: 'wrong/none.yaml',
      source: 'loses: [scale]',
      loses: ['scale'],
      why: '',
      answers: { shift: '-1 * -(Math.floor(Math.log2(p.scaleIn * p.scaleWeights / p.scaleOut)) + 1)' },
    };
    expect(await faultsOf({ wrong: [wrong] })).toMatch(/wrong\/none\.yaml:1: should lose scale and does not/);
  });

  it('when a wrong answer loses more than it says', async () => {
    const wrong = {
      kind: 'fields' as const,
      file: 'wrong/more.yaml',
      source: 'loses: [scale]',
      loses: ['scale'],
      why: '',
      answers: { scale: '9', shift: '99' },
    };
    expect(await faultsOf({ wrong: [wrong] })).toMatch(/wrong\/more\.yaml:1: also loses shift/);
  });

  it('when the prompt names an answer', async () => {
    expect(
      await faultsOf(
        {},
        {
          'variant.js': file('variant.js').replace(
            'multiplierDHex:',
            'secretScale: (parameters.rangeMax - parameters.rangeMin) / 255, multiplierDHex:',
          ),
          'prompt.md.hbs': `${file('prompt.md.hbs')} {{fixed secretScale 9}}`,
        },
      ),
    ).toMatch(/the key of scale \(.*\) is in the prompt/);
  });

  it('when the prompt holds the review note', async () => {
    expect(
      await faultsOf(
        { review: { strong: 'Everything right, and the reasons for each rounding.', followUp: 'x' } },
        { 'prompt.md.hbs': 'Everything right, and the reasons for each rounding.' },
      ),
    ).toMatch(/task\.yaml:\d+: this line is in the public view/);
  });

  it('when there are too few different variants', async () => {
    const source = `${file('variant.js').replace('export function variant(random)', 'function draw(random)')}
      export function variant(random) {
        let state = random.integer(1, 20);
        const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
        return draw({ real: (lo, hi) => lo + (hi - lo) * next(), integer: (lo, hi) => lo + Math.floor(next() * (hi - lo + 1)), pick: (list) => list[Math.floor(next() * list.length)] });
      }`;
    expect(await faultsOf({}, { 'variant.js': source }, 60)).toMatch(/different variants: widen the ranges/);
  });

  it('when its code throws, and says where', async () => {
    expect(await faultsOf({}, { 'checks.js': 'export function answerKey(p) { return p.nothing.more; }' })).toMatch(
      /^tensor-quantisation\/checks\.js:1: answerKey failed: Cannot read .* \(seeds 1, 2\)$/,
    );
  });

  it('when an expression of the reference fails, and says where', async () => {
    const { reference } = bank.get('tensor-quantisation');
    const answers = { ...reference?.answers, scale: 'p.nothing.more' };
    expect(await faultsOf({ reference: { answers } })).toMatch(
      /^tensor-quantisation\/reference\.yaml:\d+: the expression fails: Cannot read .* \(seeds 1, 2\)$/,
    );
  });

  it('when a check of a program fails by itself, and says where', async () => {
    const task = bank.get('block-pool');
    const checks = `export const checks = [
      { id: 'a', visible: true, title: 'A', lesson: '', points: 1, run(t) { t.nothing(); } },
    ];`;
    const broken = { ...task, wrong: [], files: { ...task.files, 'checks.js': checks }, digest: 'changed' };
    expect((await verifyTask(broken, engine, { seeds: 1, variants: 0 })).faults).toContainEqual(
      expect.stringMatching(/^block-pool\/checks\.js:2: the check itself failed: TypeError: .* \(seed 1\)$/),
    );
  }, 60_000);

  it('when an input of the difficulty leaves its stated range', async () => {
    const difficulty = [
      { measure: 'width of the range', value: 'p.rangeMax - p.rangeMin', from: 3, to: 12 },
      { measure: 'right shift', value: 'p.rightShift', from: 1, to: 2 },
    ];
    expect(await faultsOf({ difficulty })).toMatch(
      /^tensor-quantisation\/task\.yaml:\d+: right shift leaves 1 to 2: .*; it is \d \(seeds? \d/,
    );
  });

  it('when there are too few wrong answers', async () => {
    expect(await faultsOf({ wrong: [] })).toMatch(/wrong\/:1: holds 0 wrong answers: give at least 8/);
  });
});
