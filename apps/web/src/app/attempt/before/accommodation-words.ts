// What may be asked for before the start, in the candidate's words. Pure.
import type { AccommodationKind } from '../../api/models';

export const accommodationChoices: readonly { readonly kind: AccommodationKind; readonly label: string }[] = [
  { kind: 'extra-time', label: 'Extra time' },
  { kind: 'breaks', label: 'Breaks during the assessment' },
  { kind: 'format', label: 'Another format' },
  { kind: 'other', label: 'Something else' },
];

/** "extra time and breaks during the assessment" */
export function kindsText(kinds: readonly AccommodationKind[]): string {
  const labels = accommodationChoices
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ label }) => label.toLowerCase());
  const last = labels.at(-1) ?? '';
  return labels.length > 1 ? `${labels.slice(0, -1).join(', ')} and ${last}` : last;
}
