// A variant as the command prints it: the documented JSON, or a text for a person.
import { toleranceOf, type Tolerance, type Variant } from '@bringup/grading';
import { withUnit } from '@bringup/quantities';
import type { Task } from '@bringup/task-bank';

interface KeyDocument {
  readonly value: number | string | readonly string[];
  readonly unit: string;
  readonly tolerance: Tolerance | null;
}

/** The key with the tolerance that is in force; null for C tasks. */
function keyDocument(variant: Variant): Record<string, KeyDocument> | null {
  const { answerKey } = variant;
  if (answerKey === null) return null;
  return Object.fromEntries(
    variant.fields.map((field) => {
      const key = answerKey[field.name];
      const tolerance = field.type === 'number' ? (toleranceOf(field, key) ?? { absolute: 0 }) : null;
      return [field.name, { value: key.value, unit: key.unit, tolerance }];
    }),
  );
}

/** What `tasks variant --json` prints. */
export function variantDocument(variant: Variant): Record<string, unknown> {
  const { slug, seed, parameters, prompt, figures, fields, starter, headers, budgets } = variant;
  return {
    slug,
    seed,
    parameters,
    prompt,
    answerKey: keyDocument(variant),
    figures,
    fields,
    starter,
    headers,
    budgets,
  };
}

/** The prompt, what the candidate starts from, and the key. */
export function variantText(task: Task, variant: Variant): string {
  const parts = [`# ${task.title}\n`, variant.prompt];
  for (const figure of variant.figures)
    parts.push(`[${figure.title}: ${figure.series.map((s) => `${s.name}, ${s.points.length} points`).join('; ')}]`);
  for (const header of variant.headers) parts.push(`--- ${header.name}\n${header.text}`);
  if (variant.starter !== null) parts.push(`--- ${task.c?.file ?? 'starter'}\n${variant.starter}`);
  const key = keyDocument(variant);
  if (key) parts.push(['Key (not shown to candidates):', ...Object.entries(key).map(keyLine)].join('\n'));
  return parts.join('\n');
}

function keyLine([name, entry]: [string, KeyDocument]): string {
  if (typeof entry.value !== 'number') return `  ${name} = ${[entry.value].flat().join(', ')}`;
  const { tolerance } = entry;
  const range =
    tolerance === null
      ? ''
      : 'relative' in tolerance
        ? ` ± ${Number((tolerance.relative * 100).toPrecision(6))} %`
        : tolerance.absolute === 0
          ? ''
          : ` ± ${tolerance.absolute}`;
  return `  ${name} = ${withUnit(entry.value, entry.unit)}${range}`;
}
