// The files of a new task: complete, so that the folder loads at once, and small, so that they are replaced with ease.
import type { TaskKind } from '@bringup/task-bank';
import { placeholder } from '../placeholders';
import { taskYaml } from './task-yaml';

type Files = Readonly<Record<string, string>>;

const prompt = (given: string) => `${placeholder} why anybody would do this at work, in a sentence or two.

## What is given

${given}

## What is asked

${placeholder} what is asked, with rounding, units and tolerance.

## Allowed aids

${placeholder} the aids that are allowed, in the words of the other tasks.
`;

const drawn = `// ${placeholder} what is drawn, and what makes every variant equally hard.
export function variant(random) {
  const a = random.integer(100, 900);
  const b = random.integer(100, 900);
`;

const key = `// ${placeholder} where the formula comes from.
export function answerKey(p) {
  return {
    total: {
      value: p.a + p.b,
      unit: 'ms',
      tolerance: { absolute: 0 },
      slips: [],
    },
  };
}
`;

const fields: Files = {
  'variant.js': `${drawn}  return { parameters: { a, b } };
}
`,
  'checks.js': key,
  'prompt.md.hbs': prompt('Two stages take {{a}} ms and {{b}} ms.'),
  'reference.yaml': `# ${placeholder} the same answers by another route than checks.js takes.
answers:
  total: "[p.a, p.b].reduce((sum, x) => sum + x)"
`,
  'solve.js': `// ${placeholder} the answers worked out from the prompt as a candidate reads it, apart from the key.
export function solve(prompt) {
  const [, a, b] = /take (\\d+) ms and (\\d+) ms/.exec(prompt).map(Number);
  return { total: a + b };
}
`,
  'wrong/first-stage-only.yaml': `loses: [total]
why: ${placeholder} what this candidate got wrong
answers:
  total: "p.a"
`,
};

const figure = `${drawn}  return {
    parameters: { a, b },
    figures: [
      {
        id: 'stages',
        title: '${placeholder} the title of the figure',
        type: 'bar',
        x: { label: 'Stage' },
        y: { label: 'Time', unit: 'ms' },
        series: [{ name: 'Measured', points: [[1, a], [2, b]] }],
        description: '${placeholder} the figure in words, for readers who do not see it',
      },
    ],
  };
}
`;

const interpretation: Files = {
  ...fields,
  'variant.js': figure,
  'prompt.md.hbs': prompt('Figure 1 shows the time of two stages.'),
  'reference.yaml': `# ${placeholder} the same answers by another route than checks.js takes: from the figures where there are any.
answers:
  total: "f[0].series[0].points.reduce((sum, point) => sum + point[1], 0)"
justification: ${placeholder} a justification that would be rated 4
`,
  'solve.js': `// ${placeholder} the answers worked out from the prompt and the figures as a candidate reads them, apart from the key.
export function solve(_prompt, figures) {
  const [[, first], [, second]] = figures[0].series[0].points;
  return { total: first + second };
}
`,
};

const c: Files = {
  'variant.js': `${drawn}  return { parameters: { a, b, instructionsFull: 40 * 64, instructionsLimit: 80 * 64 } };
}
`,
  'prompt.md.hbs': prompt('The header declares `sum_of`. It starts from {{a}}.'),
  'solution.h.hbs': `// ${placeholder} what the candidate implements.
#include <stdint.h>

#define START {{a}}

/* The sum of \`count\` values, and of START. */
int32_t sum_of(const int32_t *values, int32_t count);
`,
  'starter.c': `// ${placeholder} what the editor opens with.
#include "solution.h"

int32_t sum_of(const int32_t *values, int32_t count) {
  (void)values;
  (void)count;
  return 0;
}
`,
  'reference.c': `// ${placeholder} how the reference does it.
#include "solution.h"

int32_t sum_of(const int32_t *values, int32_t count) {
  int32_t sum = START;
  for (int32_t i = 0; i < count; i++) sum += values[i];
  return sum;
}
`,
  'checks.js': `export const checks = [
  {
    id: 'sums', visible: true, title: '${placeholder} what is checked', lesson: '${placeholder} what is learnt from it', points: 8,
    run(t, p) {
      const values = Array.from({ length: 64 }, () => t.random.integer(-1000, 1000));
      const memory = t.zeroed(4 * values.length);
      memory.set(new Int32Array(values));
      const expected = values.reduce((sum, x) => sum + x, p.a);
      t.equal(t.call('sum_of', memory.address, values.length), expected, 'sum of 64 values');
    },
  },
];
`,
  'good/from_the_end.c': `// ${placeholder} what is different about this solution. Three engineers write one each.
#include "solution.h"

int32_t sum_of(const int32_t *values, int32_t count) {
  int32_t sum = START;
  while (count-- > 0) sum += values[count];
  return sum;
}
`,
  'wrong/forgets_start.c': `// loses: sums
// ${placeholder} what this candidate got wrong.
#include "solution.h"

int32_t sum_of(const int32_t *values, int32_t count) {
  int32_t sum = 0;
  for (int32_t i = 0; i < count; i++) sum += values[i];
  return sum;
}
`,
};

const filesOf: Readonly<Record<TaskKind, Files>> = { c, numeric: fields, interpretation };

/** Every file of a new task of this kind, by name. */
export function newTaskFiles(kind: TaskKind, id: string): Files {
  return { 'task.yaml': taskYaml(kind, id), ...filesOf[kind] };
}
