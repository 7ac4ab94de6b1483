// From the unit that was typed to the unit that is asked for.
import { type Kind, spellings, type Unit, unclear } from './unit-table';

/** How the typed unit goes into the field's: by a factor, or not, with the sentence that says why. */
export type Conversion =
  | { readonly ok: true; readonly factor: number; readonly note: string }
  | { readonly ok: false; readonly message: string };

const refuse = (message: string): Conversion => ({ ok: false, message });

/** Case and hyphens aside: `KHZ` and `Watt-hours` are read, as long as they can mean one thing only. */
const fold = (text: string) => text.toLowerCase().replace(/-/g, ' ');

function grouped(entries: readonly (readonly [string, Unit])[]): ReadonlyMap<string, readonly Unit[]> {
  const map = new Map<string, Unit[]>();
  for (const [spelling, unit] of entries) {
    const units = map.get(spelling) ?? [];
    if (!units.some((one) => same(one, unit))) map.set(spelling, [...units, unit]);
  }
  return map;
}

const exactly = grouped(spellings);
const loosely = grouped([...spellings, ...unclear].map(([spelling, unit]) => [fold(spelling), unit] as const));

function same(one: Unit, other: Unit): boolean {
  return one.kind === other.kind && one.per === other.per && one.factor === other.factor;
}

/** Writes `tokens per second`, `tokens · s⁻¹` and `tokens / s` in one way. */
function tidy(spelling: string): string {
  return spelling
    .replace(/℃/g, '°C')
    .replace(/[º˚]/g, '°')
    .replace(/μ/g, 'µ')
    .replace(/\s+/g, ' ')
    .replace(/° /g, '°')
    .replace(/(?<=\S)\.$/, '')
    .replace(/^(.*?) ?[*·⋅]? ?([a-z]+)(?:⁻¹|\^\(?[-−]1\)?)$/i, '$1/$2')
    .replace(/ ?\/ ?|(?:^| )per (?!cent|mil)/gi, '/')
    .trim();
}

function unitsOf(tidied: string): readonly Unit[] {
  const whole = exactly.get(tidied);
  if (whole) return whole;
  const parts = tidied.split('/');
  if (parts.length === 2) return quotients(parts[0], parts[1]);
  return loosely.get(fold(tidied)) ?? [];
}

const one: Unit = { symbol: '1', kind: 'number', per: 'number', factor: 1 };

function quotients(above: string, below: string): readonly Unit[] {
  const upper = above === '' || above === '1' ? [one] : simple(above);
  return upper.flatMap((top) =>
    simple(below).map((bottom) => ({
      symbol: `${top.symbol}/${bottom.symbol}`,
      kind: top.kind,
      per: bottom.kind,
      factor: top.factor / bottom.factor,
    })),
  );
}

function simple(spelling: string): readonly Unit[] {
  const found = exactly.get(spelling) ?? loosely.get(fold(spelling)) ?? [];
  return found.filter((unit) => unit.per === 'number');
}

const counts: readonly Kind[] = ['items', 'frames', 'tokens', 'weights'];

/** A bare number may stand for a count or a share: `28 Hz` for 28 frames/s, `4.1 bits` for 4.1 bits per weight. */
function alike(typed: Kind, asked: Kind): boolean {
  if (typed === asked) return true;
  const other = typed === 'number' ? asked : asked === 'number' ? typed : undefined;
  return other !== undefined && (other === 'share' || counts.includes(other));
}

const converts = (typed: Unit, asked: Unit) => alike(typed.kind, asked.kind) && alike(typed.per, asked.per);

function meaning({ kind, per }: Unit): string {
  if (per !== 'number') return `${kind === 'number' ? 'events' : kind} per ${per}`;
  return kind === 'number' ? 'a plain number' : kind === 'share' ? 'a share' : kind;
}

const inWords = (field: string) => (field === '' ? 'asks for a plain number' : `is in ${field}`);

/** How a number in the unit `spelling` becomes one in the unit `field` (empty: a plain number). */
export function convert(spelling: string, field: string): Conversion {
  const typed = tidy(spelling);
  if (typed === tidy(field)) return { ok: true, factor: 1, note: '' };
  const asked = field === '' ? one : unitsOf(tidy(field))[0];
  const found = unitsOf(typed);
  if (!asked && fold(typed) === fold(field)) return { ok: true, factor: 1, note: '' };
  if (found.length === 0) return refuse(`“${spelling}” is not a unit that is known here; the field ${inWords(field)}.`);
  const fitting = asked ? found.filter((unit) => converts(unit, asked)) : [];
  if (fitting.length > 1) {
    const symbols = fitting.map((unit) => unit.symbol).join(' or ');
    return refuse(`“${spelling}” can mean ${symbols}: write the one you mean.`);
  }
  if (!asked || fitting.length === 0) return refuse(mismatch(spelling, found[0], field, asked));
  return { ok: true, factor: fitting[0].factor / asked.factor, note: noteOn(typed) };
}

function mismatch(spelling: string, typed: Unit, field: string, asked: Unit | undefined): string {
  const sentence = `The unit “${spelling}” does not convert to ${field === '' ? 'a plain number' : `“${field}”`}`;
  if (!asked) return `${sentence}.`;
  return `${sentence}: it stands for ${meaning(typed)}${field === '' ? '' : `, not for ${meaning(asked)}`}.`;
}

/** A capital K is 1000 to makers of flash and 1024 to makers of RAM, so what it was taken for is said. */
function noteOn(typed: string): string {
  return /^K(?:B|[Bb]yte)/.test(typed) ? ' (1 KB is taken as 1000 B; for 1024 B write KiB)' : '';
}
