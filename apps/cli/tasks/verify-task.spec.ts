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
      /^tensor-quantisation\/reference\.yaml:\d+: the reference does not earn full marks: .* 1\d(\.5)? of 20 .* \(seeds 1, 2\)$/m,
    );
  });

  it('when solve.js and the key differ, or there is no solve.js', async () => {
    expect(await faultsOf({}, { 'checks.js': file('checks.js').replace('(p.scaleE / 2)', '(p.scaleE / 4)') })).toMatch(
      /checks\.js:\d+: the key of errorBound and solve\.js differ: one of them .*; the key is [\d.]+, solve\.js gives [\d.]+ \(seeds 1, 2\)/,
    );
    expect(await faultsOf({ solution: null })).toMatch(
      /^tensor-quantisation\/solve\.js:1: is missing: work the answers/,
    );
    expect(await faultsOf({ solution: 'export function solve() { return { scale: 1 }; }' })).toMatch(
      /solve\.js:1: gives no answer to zeroPoint: a number, an option or their order/,
    );
    expect(await faultsOf({ solution: 'export function solve() { return { scale: NaN }; }' })).toMatch(
      /tensor-quantisation\/solve\.js:1: scale is NaN: return a finite number/,
    );
    expect(await faultsOf({ solution: '\nexport function solve() {\n  throw new Error("lost");\n}' })).toMatch(
      /tensor-quantisation\/solve\.js:3: solve failed: lost/,
    );
  });

  it('when the key rounded to the digits that are asked for is wrong', async () => {
    const narrow = file('checks.js').replace('tolerance: { relative: 0.0005 }', 'tolerance: { relative: 0.00001 }');
    expect(await faultsOf({}, { 'checks.js': narrow })).toMatch(
      /checks\.js:\d+: scale asks for 4 digits and refuses the key rounded to them: .*; [\d.]+ for [\d.]+/,
    );
  });

  it('when a key in whole units is no whole number', async () => {
    const task = bank.get('tensor-arena');
    const half = task.files['checks.js'].replace(
      'const bytes = (value, slips = []) => ({ value,',
      'const bytes = (value, slips = []) => ({ value: value + 0.5,',
    );
    const broken = { ...task, files: { ...task.files, 'checks.js': half }, digest: 'half' };
    expect((await verifyTask(broken, engine, { seeds: 1, variants: 0 })).faults.join('\n')).toMatch(
      /checks\.js:\d+: the key of peak is no whole number of B: draw variants in which it is; it is \d+\.5 \(seed 1\)/,
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
    const c = task.c && { ...task.c, budgets: {} };
    const files = { ...task.files, 'checks.js': checks };
    const broken = { ...task, c, points: 1, wrong: [], files, digest: 'changed' };
    expect((await verifyTask(broken, engine, { seeds: 1, variants: 0 })).faults).toContainEqual(
      expect.stringMatching(/^block-pool\/checks\.js:2: the check itself failed: TypeError: .* \(seed 1\)$/),
    );
  }, 60_000);

  describe('and in C', () => {
    // One function, one check with an effect, one that a returned zero passes too, and a budget.
    const right = 'int32_t clipped(int32_t x) { return x > 100 ? 100 : x; }';
    const header = '#include <stdint.h>\n';
    const checks = `export const checks = [
      { id: 'clips', visible: true, title: 'Clips', lesson: '', points: 8, run(t) {
        t.equal(t.call('clipped', t.random.integer(101, 9000)), 100, 'clipped');
      } },
      { id: 'zero', visible: false, title: 'Zero', lesson: '', points: 4, run(t) { t.equal(t.call('clipped', 0), 0); } },
    ];`;
    const proofOf = async (files: Record<string, string> = {}, good = [right, right, right], codeFull = 20) => {
      const task = bank.get('block-pool');
      const program = {
        ...task,
        points: 15,
        wrong: [],
        files: {
          ...task.files,
          'checks.js': checks,
          'reference.c': header + right,
          'starter.c': header + right,
          ...files,
        },
        c: task.c && {
          ...task.c,
          exports: ['clipped'],
          budgets: { codeBytes: { full: codeFull, limit: 2 * codeFull, points: 3 } },
        },
        good: good.map((source, index) => ({ file: `good/g${index}.c`, source: header + source })),
        digest: JSON.stringify([files, good, codeFull]),
      };
      const proof = await verifyTask(program, engine, { seeds: 1, variants: 0 });
      return { ...proof, text: proof.faults.join('\n') };
    };

    it('when the starter or empty bodies earn points', async () => {
      const { text } = await proofOf();
      expect(text).toContain(
        'block-pool/starter.c:1: the untouched starter earns points: let a check pass only after an effect that nothing else has; it earns 15 of 15 by clips, zero, budget:codeBytes (seed 1)',
      );
      expect(text).toMatch(/reference\.c:1: the reference with empty function bodies earns points: .* by zero/);
      const starter = { 'starter.c': header + 'int32_t clipped(int32_t x) { (void)x; return 7; }' };
      const effect = checks.replace("t.equal(t.call('clipped', 0), 0)", "t.equal(t.call('clipped', 9), 9)");
      expect((await proofOf({ ...starter, 'checks.js': effect })).text).not.toContain('earns points');
      expect((await proofOf({ 'starter.c': 'int32_t' })).text).toMatch(
        /starter\.c:1: the untouched starter does not comp/,
      );
    }, 60_000);

    it('when good solutions are missing, wrong or do not compile', async () => {
      expect((await proofOf({}, [right])).text).toContain('good/:1: holds 1 good solution: give at least 3');
      const wrong = 'int32_t clipped(int32_t x) { return x > 200 ? 200 : x; }';
      const proof = await proofOf({}, [right, wrong, 'int32_t clipped(']);
      expect(proof).toMatchObject({ goodSolutions: 3, goodSolutionsProved: 1 });
      expect(proof.text).toMatch(
        /good\/g1\.c:1: this good solution does not earn full marks: .* of 15 \(partial\): clips: /,
      );
      expect(proof.text).toMatch(/good\/g2\.c:2: does not compile: /);
    }, 60_000);

    it('when a check passes in what a visible run has told', async () => {
      expect((await proofOf()).text).not.toContain('passes in the same');
      const told = checks.replace('t.random.integer(101, 9000)', '101');
      expect((await proofOf({ 'checks.js': told })).text).toContain(
        'checks.js:2: the check clips passes in the same for a visible run and the grading: draw some of it from t.random',
      );
    }, 60_000);

    it('when a budget is not what the good solutions call for', async () => {
      const { text } = await proofOf({}, undefined, 3);
      expect(text).toMatch(/task\.yaml:\d+: the budget codeBytes is too tight for the good solutions: they use \d+, /);
      expect(text).toMatch(/the reference does not earn full marks/);
    }, 60_000);
  });

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
