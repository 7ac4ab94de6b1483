// How each kind of measured figure is written, and to which unit it is brought.

export type FigureKind =
  | 'latency'
  | 'frame-rate'
  | 'accuracy'
  | 'power'
  | 'energy'
  | 'memory'
  | 'model-size'
  | 'compression'
  | 'speed-up'
  | 'fleet-size';

/** The groups `value` and, for "from 41 to 12 ms", `before` hold the numbers; `unit` the unit as written. */
export interface FigurePattern {
  readonly expression: RegExp;
  /** The unit beside the number has a factor in `unitFactors`. */
  readonly hasUnit: boolean;
  kindOf(statement: string, from: number, to: number, unit: string): FigureKind | undefined;
  unitOf(written: string): string;
  changeIn?(statement: string, from: number, to: number): boolean;
  accepts?(value: number): boolean;
}

const number = "(?:\\d{1,3}(?:[,'’\\u00a0\\u202f ]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?|\\.\\d+)";
const lead = '(?<![\\p{L}\\p{N}_.,]|[\\p{L}\\p{N}]-)';
const gap = '[\\s\\u00a0\\u202f-]{0,2}';
const stop = '(?![\\p{L}\\p{N}])';
const times = '\\s?(?:x|×|times|-fold|fold)';
const percent = '\\s?(?:%|per ?cent)';
const fromTo = `(?:(?<=\\bfrom\\s)(?<before>${number})\\s*(?:to|down to|→|->|–)\\s*|${lead})`;

/** Factors to the normal unit of each kind; KB and KiB both step by 1024 bytes, as the trade writes RAM and flash. */
export const unitFactors: Readonly<Record<string, number>> = {
  ns: 1e-6,
  µs: 1e-3,
  μs: 1e-3,
  us: 1e-3,
  usec: 1e-3,
  microsecond: 1e-3,
  microseconds: 1e-3,
  ms: 1,
  msec: 1,
  millisecond: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  µW: 1e-3,
  μW: 1e-3,
  uW: 1e-3,
  mW: 1,
  milliwatt: 1,
  milliwatts: 1,
  W: 1000,
  watt: 1000,
  watts: 1000,
  µJ: 1e-3,
  μJ: 1e-3,
  uJ: 1e-3,
  mJ: 1,
  millijoules: 1,
  J: 1000,
  joules: 1000,
  mWh: 3600,
  Wh: 3_600_000,
  byte: 1 / 1024,
  bytes: 1 / 1024,
  kb: 1,
  kib: 1,
  kbyte: 1,
  kbytes: 1,
  kilobytes: 1,
  mb: 1024,
  mib: 1024,
  mbyte: 1024,
  mbytes: 1024,
  megabytes: 1024,
  gb: 1024 ** 2,
  gib: 1024 ** 2,
};

/** Not every millisecond is a latency: a window, a stride or a timer period is a setting. */
const settingBefore = /(?:\bevery|\bper|\bperiod of|\bwindows? of|\bstride of|\bsampling at|\binterval of)\s*$/i;
const settingAfter =
  /^[\s-]*(?:windows?|strides?|periods?|ticks?|intervals?|frames? of audio|clips?|segments?|hop|chunks?)\b/i;

function latencyKind(statement: string, from: number, to: number, unit: string): FigureKind | undefined {
  if (settingBefore.test(statement.slice(0, from)) || settingAfter.test(statement.slice(to))) return undefined;
  const around = statement.slice(Math.max(0, from - 60), to + 40);
  const whole = /^s(?:ec|econds?)?$/i.test(unit);
  return whole && !/latency|inference|boot|per frame|response|delay|start/i.test(around) ? undefined : 'latency';
}

const memoryCues = /\b(?:s?d?ram|flash|heap|stack|arena|memory|footprint|peak|working set|static|rom|buffers?)\b/gi;
const sizeCues =
  /\b(?:models?|networks?|weights|flat ?buffer|engine|binary|checkpoint|detector|classifier|image size|package)\b/gi;
const notDeviceMemory =
  /^\s*(?:of\s+)?(?:data ?sets?|data|images|logs?|video|audio|recordings|files?|disks?|ssd|hdd|\/s|per second|ps\b|bandwidth)/i;

/** How far away the nearest cue stands; a cue after the number binds a little closer than one before it. */
function distance(cues: RegExp, statement: string, from: number, to: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const found of statement.matchAll(cues)) {
    const at = found.index;
    nearest = Math.min(nearest, at >= to ? at - to : Math.abs(from - (at + found[0].length)) + 4);
  }
  return nearest;
}

function byteKind(statement: string, from: number, to: number): FigureKind | undefined {
  if (notDeviceMemory.test(statement.slice(to))) return undefined;
  const memory = distance(memoryCues, statement, from, to);
  const size = distance(sizeCues, statement, from, to);
  if (memory > 80 && size > 80) return undefined;
  return memory <= size ? 'memory' : 'model-size';
}

const metric =
  '(?:top.?[15](?: accuracy)?|accuracy|accurate|mAP(?:@[\\d.:]+\\d)?(?:50)?|F1(?:.score)?|m?IoU|AUC|AUROC|recall|precision|sensitivity|specificity|WER|word error rate|EER|false (?:alarm|reject|accept|positive)\\w* rate)';
const changeWords = /\b(?:drop|loss|lost|losing|within|degradation|delta|difference|gain(?:ed)?|points?|pp|by)\b/i;

function accuracyKind(statement: string, from: number, to: number): FigureKind | undefined {
  return /(?<![\p{L}])map(?![\p{L}])/u.test(statement.slice(from, to)) ? undefined : 'accuracy';
}

function accuracyUnit(written: string): string {
  if (/%|per ?cent/i.test(written)) return '%';
  if (/\bpp\b|points?/i.test(written)) return 'points';
  const named = (['mAP', 'F1', 'IoU', 'AUC'] as const).find((name) =>
    written.toLowerCase().includes(name.toLowerCase()),
  );
  return named ?? '%';
}

const accuracyChange = (statement: string, from: number, to: number): boolean =>
  changeWords.test(statement.slice(Math.max(0, from - 20), to + 12));

const relativeKinds: ReadonlyArray<readonly [FigureKind, RegExp]> = [
  ['accuracy', /accuracy|\bmAP\b|\bF1\b|false|error rate/i],
  ['latency', /latency|inference time|response time|boot time|runtime|execution time|jitter|faster/i],
  ['power', /power|current draw|consumption/i],
  ['energy', /energy/i],
  ['model-size', /model size|binary size|code size|image size|size of the model|flash/i],
  ['memory', /memory|\bs?d?ram\b|footprint|heap|arena|bandwidth/i],
  ['compression', /weights|channels|parameters|filters|smaller|prun|sparsity/i],
];

function relativeKind(statement: string, from: number, to: number): FigureKind | undefined {
  const around = statement.slice(from, to);
  return relativeKinds.find(([, cue]) => cue.test(around))?.[0];
}

const fleet =
  '(?:units?|devices|vehicles?|cars|trucks|cameras?|sensors?|sensor nodes|nodes|gateways|meters|robots|drones|machines|installations|wearables|hearing aids|doorbells|terminals|trackers|locks|phones|homes|sites|forklifts|tractors|turbines|pumps|scanners|speakers|headsets|kiosks|lifts|elevators|stores)';
const inTheField =
  /\b(?:deploy\w*|shipp\w*|fleets?|field|production|install\w*|roll\w*|ota|over.the.air|updat\w+|in use|running on|customers|sold|units)\b/i;

function fleetKind(statement: string): FigureKind | undefined {
  return inTheField.test(statement) ? 'fleet-size' : undefined;
}

function plain(source: string, kind: FigureKind, unit: string): FigurePattern {
  return { expression: new RegExp(source, 'giu'), hasUnit: false, kindOf: () => kind, unitOf: () => unit };
}

function accuracy(source: string): FigurePattern {
  return {
    expression: new RegExp(source, 'giu'),
    hasUnit: false,
    kindOf: accuracyKind,
    unitOf: accuracyUnit,
    changeIn: accuracyChange,
    accepts: (value) => value <= 100,
  };
}

function relative(source: string): FigurePattern {
  return {
    expression: new RegExp(source, 'giu'),
    hasUnit: false,
    kindOf: relativeKind,
    unitOf: () => '%',
    changeIn: () => true,
  };
}

function withUnit(units: string, flags: string, kindOf: FigurePattern['kindOf'], unit: string): FigurePattern {
  return {
    expression: new RegExp(`${fromTo}(?<value>${number})${gap}(?<unit>${units})${stop}`, flags),
    hasUnit: true,
    kindOf,
    unitOf: () => unit,
  };
}

/** In the order in which they are tried: the more particular first, because no figure may stand inside another. */
export const figurePatterns: readonly FigurePattern[] = [
  accuracy(
    `(?<![\\p{L}])${metric}(?:\\s+\\p{L}+){0,3}?\\s+from\\s+(?<before>${number})(?:${percent})?\\s*(?:to|→|->|–)\\s*(?<value>${number})(?:${percent}|(?![\\p{L}\\p{N}]|\\s?(?:ms|fps|kb|mb|mw|w)\\b))`,
  ),
  accuracy(
    `${fromTo}(?<value>${number})${gap}(?:%|per ?cent|pp|(?:percentage )?points?)?\\s*(?:(?:absolute|relative|of)\\s+)?(?:in\\s+|point\\s+)?(?<![\\p{L}])${metric}(?![\\p{L}\\p{N}@])(?:\\s+(?:drop|loss))?`,
  ),
  accuracy(
    `(?<![\\p{L}])${metric}(?![\\p{L}])(?:\\s+(?:score|drop|loss|degradation|was|of|at|is|by|only|to|under|below|above|over|up|improved|rose|fell|reached)){0,4}\\s*[=:(~≈<>≤≥]?\\s*(?<value>${number})(?:${gap}(?:%|per ?cent|pp|(?:percentage )?points?)|(?![\\p{L}\\p{N}×%])(?![\\s-]*(?:ms|fps|kb|mb|mw|w|x|×|bits?|µs|us)\\b))`,
  ),
  relative(
    `(?<![\\p{L}])(?:reduc|cut|lower|shrank|shrink|decreas|sav|trim|slash|improv|drop|halv|prun|remov)\\p{L}*\\s[^.;\\d]{0,60}?(?<value>${number})${percent}(?:\\s+(?:of|less|lower|smaller)(?:\\s+[\\p{L}-]+){0,3})?`,
  ),
  relative(
    `${lead}(?<value>${number})${percent}\\s+(?:less|lower|smaller|fewer|reduction in|reduction of|faster|of (?:the )?(?:channels|weights|filters|parameters)|sparsity)(?:\\s+[\\p{L}-]+){0,3}`,
  ),
  plain(
    `${lead}(?<value>${number})${times}\\s*(?:model\\s+)?(?:smaller|compression|compressed|less (?:flash|memory|ram|storage)|reduction in (?:model )?size|size reduction)`,
    'compression',
    '×',
  ),
  plain(
    `(?:compress\\p{L}*|shr[aiu]nk|model size|compression (?:factor|ratio))[^.;\\d]{0,40}?(?<value>${number})(?:${times}|:1)${stop}`,
    'compression',
    '×',
  ),
  plain(
    `${lead}(?<value>${number})${times}\\s*(?:faster|speed.?up|quicker|throughput|acceleration|lower latency|improvement)`,
    'speed-up',
    '×',
  ),
  plain(
    `(?:improv|increas|accelerat|boost|rais)\\p{L}*\\s[^.;\\d]{0,40}?(?:throughput|speed|performance|inference|fps)[^.;\\d]{0,20}?(?<value>${number})${times}${stop}`,
    'speed-up',
    '×',
  ),
  plain(`(?:sped|speed)\\s?up[^.;\\d]{0,40}?(?<value>${number})${times}${stop}`, 'speed-up', '×'),
  plain(
    `${fromTo}(?<value>${number})${gap}(?:fps|frames?[\\s/-]{0,3}(?:per|a)?[\\s/-]{0,3}s(?:ec(?:ond)?)?)${stop}`,
    'frame-rate',
    'fps',
  ),
  withUnit('ns|µs|μs|us|usec|microseconds?|ms|msec|milliseconds?|s|sec|seconds?', 'gu', latencyKind, 'ms'),
  withUnit('µJ|μJ|uJ|mJ|J|joules|millijoules|mWh|Wh', 'gu', () => 'energy', 'mJ'),
  withUnit('µW|μW|uW|mW|W|milliwatts?|watts?', 'gu', () => 'power', 'mW'),
  withUnit('bytes?|ki?b(?:ytes?)?|mi?b(?:ytes?)?|gi?b|kilobytes|megabytes', 'giu', byteKind, 'KiB'),
  {
    ...plain(
      `(?:fleet of|installed base of)\\s+(?:about |around |over |more than |some |approximately |roughly )?(?<value>${number}\\s?(?:k|million|mio|thousand)?)${stop}(?:\\s+(?:\\p{L}+\\s+){0,2}?${fleet}${stop})?`,
      'fleet-size',
      'units',
    ),
    accepts: (value) => value >= 2,
  },
  {
    ...plain(
      `${lead}(?<value>${number}\\s?(?:k|million|mio|thousand)?)\\+?\\s+(?:\\p{L}[\\p{L}-]*\\s+){0,2}?${fleet}${stop}`,
      'fleet-size',
      'units',
    ),
    kindOf: fleetKind,
    accepts: (value) => value >= 10,
  },
  {
    ...plain(
      `(?:deployed|shipped|runs|running|installed|rolled out|live)\\s+(?:on|in|to|into|across|at)\\s+(?:about |around |over |more than |some |approximately |roughly )?(?<value>${number}\\s?(?:k|million|mio|thousand)?)\\s+(?!days|weeks|months|years|minutes|hours|seconds|countries|teams?|cores|gpus|cpus|threads|platforms|percent|per)(?:\\p{L}[\\p{L}-]*\\s+){0,1}?\\p{L}{3,}s${stop}`,
      'fleet-size',
      'units',
    ),
    accepts: (value) => value >= 2,
  },
];
