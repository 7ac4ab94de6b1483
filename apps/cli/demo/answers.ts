// What the demo's candidates answer: right, or wrong in ways in which people go wrong.
import type { TaskDesk } from '@bringup/attempts';
import type { Answer } from '@bringup/grading';
import { DomainError } from '@bringup/platform';

export type Skill = 'strong' | 'solid' | 'mixed';

/** Fields that a candidate of this skill gets wrong, by task. */
const slips: Readonly<Record<Skill, Readonly<Record<string, readonly string[]>>>> = {
  strong: {},
  solid: { 'tensor-quantisation': ['shift'], 'detector-latency-run': ['p99'] },
  mixed: {
    'tensor-quantisation': ['multiplier', 'output', 'errorBound'],
    'detector-latency-run': ['sustainedRate', 'warmupFrames'],
  },
};

/** Programs of `wrong/` that a candidate of this skill could have written; a strong one writes what the reference does. */
const programs: Readonly<Record<Skill, string | null>> = {
  strong: null,
  solid: 'one-slot-unused.c',
  mixed: 'division-per-sample.c',
};

const justifications: Readonly<Record<Skill, string>> = {
  strong:
    'The slide quotes the inverse of the inference latency while the box is cold, without pre- and post-processing. I would not repeat it. After throttling the whole pipeline runs at the rate under question 5, and a sealed box will be there for most of its life. The run covers one unit at one ambient temperature and samples one frame in three seconds, so I would not sign a p99 for a fleet from it. Next I would log every frame end to end at the highest specified ambient temperature, on several units.',
  solid:
    'The vendor measured inference only, and before the chip got warm. The sustained rate after throttling is what the customer sees, and it is lower once the CPU stages are added. I would repeat the run at a higher ambient temperature before promising anything.',
  mixed:
    'The number on the slide is too optimistic because of throttling. A heat sink would help, and the average over the whole run is a fairer figure.',
};

/** The number as a person would get it wrong: half as much again; a whole number stays whole. */
function slipped(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const wrong = number === 0 ? 1 : number * 1.5;
  return Number.isInteger(number) ? String(Math.round(wrong)) : String(Number(wrong.toPrecision(5)));
}

function programOf(desk: TaskDesk, slug: string, skill: Skill): string {
  const task = desk.task(slug);
  const file = programs[skill];
  const wrong = task.wrong.find((one) => one.file === file || one.file.endsWith(`/${file ?? ''}`));
  const source = wrong?.kind === 'c' ? wrong.source : task.files['reference.c'];
  if (source === undefined) throw new DomainError('demo-answer-missing', `The demo has no program for ${slug}.`);
  // The remarks above the program are the task author's.
  return source.replace(/^(\/\/.*\n)+/, '');
}

/** An answer to one task of an attempt, for the numbers that this candidate was given. */
export async function answerTo(
  desk: TaskDesk,
  task: { readonly slug: string; readonly kind: Answer['kind']; readonly seed: number },
  skill: Skill,
): Promise<Answer> {
  if (task.kind === 'c') return { kind: 'c', source: programOf(desk, task.slug, skill) };
  const { answerKey } = await desk.preview(task.slug, task.seed);
  const wrong = slips[skill][task.slug] ?? [];
  const fields = Object.fromEntries(
    answerKey.map(({ field, value, unit }) => [
      field,
      `${wrong.includes(field) ? slipped(value) : value}${unit === '' ? '' : ` ${unit}`}`,
    ]),
  );
  return task.kind === 'numeric'
    ? { kind: 'numeric', fields }
    : { kind: 'interpretation', fields, justification: justifications[skill] };
}
