// The sheet holds what a candidate may see and nothing else.
import type { Variant } from '@bringup/grading';
import { htmlOf } from './markdown';
import { sheetOf } from './task-sheet';

const variant = {
  slug: 'x',
  seed: 4711,
  parameters: { secretParameter: 42 },
  prompt: '# Task\n<script>alert(1)</script>\n[link](javascript:alert(1))',
  figures: [],
  fields: [
    {
      name: 'scale',
      label: 'Scale',
      type: 'number',
      unit: '',
      points: 2,
      significantDigits: 4,
      options: [],
      keepOrder: true,
      secretHint: 'no',
    },
  ],
  starter: null,
  headers: [],
  budgets: [{ metric: 'codeBytes', full: 700, limit: 1100, points: 2, check: 'secret-check' }],
  justification: 'Why 34 frames/s?',
  answerKey: { scale: { value: 0.0123, unit: '', tolerance: null, slips: [] } },
} as unknown as Variant;

const check = (id: string, visible: boolean) => ({
  id,
  title: `Title of ${id}`,
  visible,
  passed: true,
  points: 2,
  maxPoints: 2,
  message: '',
  lesson: 'secret lesson',
});

describe('a sheet', () => {
  const sheet = sheetOf({ c: undefined }, variant, [
    check('shown', true),
    check('concealed', false),
    check('veiled', false),
  ]);

  it('names visible checks and only counts hidden ones', () => {
    expect(sheet.visibleChecks).toEqual([{ id: 'shown', title: 'Title of shown', points: 2 }]);
    expect(sheet.hiddenChecks).toBe(2);
  });

  it('asks for the justification with the numbers of the variant', () => {
    expect(sheet.justification).toEqual({ label: 'Why 34 frames/s?' });
  });

  it('holds no key, parameter, hidden check, lesson or unknown member', () => {
    const text = JSON.stringify(sheet);
    for (const secret of ['0.0123', 'secret', '4711', '42', 'concealed', 'veiled']) expect(text).not.toContain(secret);
  });

  it('shows HTML of the prompt without anything that runs', () => {
    expect(sheet.promptHtml).toContain('<h1>Task</h1>');
    expect(sheet.promptHtml).toContain('&lt;script&gt;');
    expect(sheet.promptHtml).not.toContain('href="javascript');
  });
});

it('renders tables and code of prompts', () => {
  expect(htmlOf('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>1</td>');
  expect(htmlOf('`int8_t *p`')).toContain('<code>int8_t *p</code>');
});
