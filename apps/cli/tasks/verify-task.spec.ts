// Every task of the library proves itself on the real sandbox, and a task that is broken on purpose does not. Needs the compiled tree.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type GradingEngine, startGradingEngine } from '@bringup/grading';
import { loadTaskBank, type Task, type TaskBank } from '@bringup/task-bank';
import { verifyTask } from './verify-task';

const library = resolve(__dirname, '../../../assessments');
const slugs = readdirSync(library, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

let engine: GradingEngine;
let bank: TaskBank;
beforeAll(async () => {
  [engine, bank] = await Promise.all([startGradingEngine({ compilers: 1, runners: 2 }), loadTaskBank(library)]);
}, 60_000);
afterAll(() => engine.close());

describe('the library', () => {
  it.each(slugs)(
    '%s proves itself',
    async (slug) => {
      const task = bank.get(slug);
      const proof = await verifyTask(task, engine, { seeds: task.kind === 'c' ? 1 : 6, variants: 145 });
      expect(proof.faults).toEqual([]);
      expect(proof).toMatchObject({ referencePoints: task.points, wrongAnswersCaught: task.wrong.length });
      expect(proof.wrongAnswers).toBeGreaterThanOrEqual(8);
    },
    180_000,
  );
});

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
      /the reference earns 18 of 20/,
    );
  });

  it('when a wrong answer is right', async () => {
    const wrong = {
      kind: 'fields' as const,
      file: 'wrong/none.yaml',
      loses: ['scale'],
      why: '',
      answers: { shift: '-1 * -(Math.floor(Math.log2(p.scaleIn * p.scaleWeights / p.scaleOut)) + 1)' },
    };
    expect(await faultsOf({ wrong: [wrong] })).toMatch(/wrong\/none\.yaml: should lose scale and does not/);
  });

  it('when a wrong answer loses more than it says', async () => {
    const wrong = {
      kind: 'fields' as const,
      file: 'wrong/more.yaml',
      loses: ['scale'],
      why: '',
      answers: { scale: '9', shift: '99' },
    };
    expect(await faultsOf({ wrong: [wrong] })).toMatch(/wrong\/more\.yaml: also loses shift/);
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
    ).toMatch(/a line of review is in the public view/);
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
      /seed 1: tensor-quantisation: answerKey failed: .*/,
    );
  });

  it('when an input of the difficulty leaves its stated range', async () => {
    const difficulty = [
      { measure: 'width of the range', value: 'p.rangeMax - p.rangeMin', from: 3, to: 12 },
      { measure: 'right shift', value: 'p.rightShift', from: 1, to: 2 },
    ];
    expect(await faultsOf({ difficulty })).toMatch(/^seed \d+: difficulty: right shift is \d, outside of 1 to 2/);
  });

  it('when there are too few wrong answers', async () => {
    expect(await faultsOf({ wrong: [] })).toMatch(/has 0 wrong answers: give at least 8/);
  });
});
