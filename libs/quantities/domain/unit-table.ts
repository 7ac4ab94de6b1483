// The units that answers may carry, in the spellings that people use: 12.5 ms, 0.0125 seconds, 12500 µs.

/** What a unit measures or counts. `number` is a bare number; `items` are counts of things that only the question tells apart. */
export type Kind =
  | ('number' | 'share' | 'items' | 'frames' | 'tokens' | 'weights')
  | ('time' | 'data' | 'energy' | 'power' | 'charge' | 'voltage' | 'current' | 'temperature' | 'level')
  | ('operations' | 'multiply-accumulates' | 'floating-point operations');

/** A unit: so many base units of a kind (`factor`), or so many per one of another kind. */
export interface Unit {
  /** The spelling that messages suggest. */
  readonly symbol: string;
  readonly kind: Kind;
  readonly per: Kind;
  readonly factor: number;
}

interface Family {
  readonly kind: Kind;
  readonly symbol: string;
  readonly factor?: number;
  /** Prefix symbols that go with it, parted by spaces. */
  readonly prefixes?: string;
  /** Further short spellings, which take prefix symbols: `sec` gives `msec`. */
  readonly short?: readonly string[];
  /** Spelled-out names in the singular, which take prefix names: `second` gives `milliseconds`. */
  readonly names?: readonly string[];
}

/** Prefixes as the SI Brochure (9th edition, table 7) and IEC 80000-13 (binary prefixes) define them. */
const prefixes: Readonly<Record<string, readonly [factor: number, name: string]>> = {
  n: [1e-9, 'nano'],
  µ: [1e-6, 'micro'],
  u: [1e-6, 'micro'],
  m: [1e-3, 'milli'],
  k: [1e3, 'kilo'],
  M: [1e6, 'mega'],
  G: [1e9, 'giga'],
  T: [1e12, 'tera'],
  Ki: [1024, 'kibi'],
  Mi: [1024 ** 2, 'mebi'],
  Gi: [1024 ** 3, 'gibi'],
};
const bytes = 'k M G T Ki Mi Gi';

const families: readonly Family[] = [
  { kind: 'number', symbol: 'times', short: ['x', '×'] },
  { kind: 'items', symbol: 'items', names: ['item', 'term', 'device', 'channel', 'layer', 'sample', 'burst', 'value'] },
  { kind: 'items', symbol: 'steps', names: ['step', 'level', 'code', 'nat', 'lsb'] },
  { kind: 'frames', symbol: 'frames', names: ['frame', 'inference', 'image', 'img', 'picture'] },
  { kind: 'tokens', symbol: 'tokens', names: ['token', 'tok'] },
  { kind: 'weights', symbol: 'weights', names: ['weight', 'parameter', 'param'] },
  { kind: 'share', symbol: '%', factor: 0.01, short: ['percent', 'per cent', 'pct'] },
  {
    kind: 'share',
    symbol: 'percentage points',
    factor: 0.01,
    short: ['pp', 'pts', 'pt', 'p.p', '%points'],
    names: ['point', 'percentage point', 'percent point', '% point'],
  },
  { kind: 'share', symbol: '‰', factor: 1e-3, short: ['per mille', 'per mil', 'permille'] },
  { kind: 'share', symbol: 'ppm', factor: 1e-6 },
  { kind: 'time', symbol: 's', prefixes: 'm µ u n', short: ['sec', 'secs'], names: ['second'] },
  { kind: 'time', symbol: 'min', factor: 60, short: ['mins'], names: ['minute'] },
  { kind: 'time', symbol: 'h', factor: 3600, short: ['hr', 'hrs'], names: ['hour'] },
  { kind: 'time', symbol: 'd', factor: 86_400, names: ['day'] },
  { kind: 'time', symbol: 'weeks', factor: 604_800, short: ['wk', 'wks'], names: ['week'] },
  { kind: 'data', symbol: 'B', prefixes: bytes, short: ['byte', 'bytes'], names: ['byte'] },
  { kind: 'data', symbol: 'bit', factor: 1 / 8, prefixes: bytes, short: ['bits'], names: ['bit'] },
  { kind: 'energy', symbol: 'J', prefixes: 'n µ u m k M', names: ['joule'] },
  {
    kind: 'energy',
    symbol: 'Wh',
    factor: 3600,
    prefixes: 'µ u m k',
    names: ['watt hour', 'watthour'],
  },
  { kind: 'energy', symbol: 'Ws', prefixes: 'm', names: ['watt second'] },
  { kind: 'power', symbol: 'W', prefixes: 'n µ u m k M', names: ['watt'] },
  { kind: 'charge', symbol: 'C', names: ['coulomb'] },
  { kind: 'charge', symbol: 'Ah', factor: 3600, prefixes: 'm', names: ['ampere hour', 'amp hour'] },
  { kind: 'voltage', symbol: 'V', prefixes: 'µ u m k', names: ['volt'] },
  { kind: 'current', symbol: 'A', prefixes: 'n µ u m', names: ['ampere', 'amp'] },
  { kind: 'operations', symbol: 'OP', prefixes: 'k M G T', short: ['OPs'], names: ['operation', 'op'] },
  {
    kind: 'multiply-accumulates',
    symbol: 'MAC',
    prefixes: 'k M G T',
    short: ['MACs'],
    names: ['multiply accumulate'],
  },
  {
    kind: 'floating-point operations',
    symbol: 'FLOP',
    prefixes: 'k M G T',
    short: ['FLOPs'],
    names: ['floating point operation'],
  },
  {
    kind: 'temperature',
    symbol: '°C',
    short: ['C', 'degC', 'deg C', 'degrees C', 'celsius', 'degree celsius', 'degrees celsius'],
  },
  { kind: 'level', symbol: 'dB', names: ['decibel'] },
];

interface Rate {
  readonly unit: Unit;
  readonly short: readonly string[];
  readonly names?: readonly string[];
}

const perTime = (symbol: string, kind: Kind, factor: number): Unit => ({ symbol, kind, per: 'time', factor });
const sizes = [
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
] as const;

const named: readonly Rate[] = sizes.flatMap(([prefix, times]): Rate[] => [
  {
    unit: perTime(`${prefix}Hz`, 'number', times),
    short: [],
    names: [`${prefix === '' ? '' : prefixes[prefix][1]}hertz`],
  },
  { unit: perTime(`${prefix}B/s`, 'data', times), short: [`${prefix}Bps`] },
  { unit: perTime(`${prefix}bit/s`, 'data', times / 8), short: [`${prefix}bps`] },
  { unit: perTime(`${prefix}OP/s`, 'operations', times), short: [`${prefix}OPS`] },
  { unit: perTime(`${prefix}FLOP/s`, 'floating-point operations', times), short: [`${prefix}FLOPS`] },
]);

/** Quotients with a spelling of their own; all others are read from their two parts. */
const rates: readonly Rate[] = [
  ...named,
  { unit: perTime('kB/s', 'data', 1e3), short: ['KBps'] },
  { unit: perTime('kbit/s', 'data', 1e3 / 8), short: ['Kbps'] },
  { unit: perTime('1/s', 'number', 1), short: [] },
  { unit: perTime('fps', 'frames', 1), short: [] },
  { unit: perTime('tokens/s', 'tokens', 1), short: ['tps', 't/s'] },
  { unit: { symbol: 'bit/weight', kind: 'data', per: 'weights', factor: 1 / 8 }, short: ['bpw'] },
];

type Entry = readonly [spelling: string, unit: Unit];

function spellingsOf(family: Family): Entry[] {
  const { kind, symbol, factor = 1, short = [], names = [] } = family;
  const own: Unit = { symbol, kind, per: 'number', factor };
  const plurals = names.flatMap((name) => [name, `${name}s`]);
  const prefixed = (family.prefixes?.split(' ') ?? []).flatMap((prefix): Entry[] => {
    const [times, prefixName] = prefixes[prefix];
    const unit: Unit = { symbol: prefix.replace('u', 'µ') + symbol, kind, per: 'number', factor: times * factor };
    const shortOnes = [symbol, ...short].map((text): Entry => [prefix + text, unit]);
    return [...shortOnes, ...plurals.map((text): Entry => [prefixName + text, unit])];
  });
  return [...[symbol, ...short, ...plurals].map((text): Entry => [text, own]), ...prefixed];
}

const kilobyte: Unit = { symbol: 'kB', kind: 'data', per: 'number', factor: 1000 };

/** Every spelling with its unit; one spelling may stand for several (`C` is a coulomb, and a degree where one is asked for). */
export const spellings: readonly Entry[] = [
  ...families.flatMap(spellingsOf),
  ...rates.flatMap(({ unit, short, names = [] }) =>
    [unit.symbol, ...short, ...names].map((text): Entry => [text, unit]),
  ),
  ['KB', kilobyte],
];

/** Spellings that stand for two units at once, so that a person has to say which one is meant. */
export const unclear: readonly Entry[] = ['', ...bytes.split(' ')].flatMap((prefix): Entry[] => {
  const times = prefix === '' ? 1 : prefixes[prefix][0];
  const of = (symbol: string, factor: number): Unit => ({
    symbol: prefix + symbol,
    kind: 'data',
    per: 'number',
    factor,
  });
  return [
    [`${prefix}b`, of('bit', times / 8)],
    [`${prefix}b`, of('B', times)],
  ];
});
