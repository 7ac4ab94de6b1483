// The order in which a candidate sees the options of choice and order fields.
import type { Random } from './random';
import type { FilledField } from './variant';

/** Shuffles options for one candidate, so that "the second one" is no answer to pass on; a natural order (`keepOrder`) stays. */
export function arrangeOptions(fields: readonly FilledField[], random: Random): FilledField[] {
  return fields.map((field) => (field.keepOrder ? field : { ...field, options: random.shuffle(field.options) }));
}
