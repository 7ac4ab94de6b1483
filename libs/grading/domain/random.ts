// The one generator behind every variant and every random check input: same seed text, same numbers, on every machine and for ever.

/** What a task author's code gets as `random`. */
export interface Random {
  /** A whole number from `lo` to `hi`, both included, without modulo bias. */
  integer(lo: number, hi: number): number;
  /** A real number from `lo` (included) to `hi` (excluded) with 53 random bits. */
  real(lo: number, hi: number): number;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A new list in random order (Fisher and Yates, in Durstenfeld's form). */
  shuffle<T>(list: readonly T[]): T[];
}

/**
 * xoshiro128** 1.1 by Blackman and Vigna (https://prng.di.unimi.it/xoshiro128starstar.c), its 128 bits of state filled by two
 * steps of SplitMix64 (https://prng.di.unimi.it/splitmix64.c) that starts from the 64-bit FNV-1a hash
 * (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv) of the seed text's UTF-16 code units, low byte first.
 * The function refers to nothing outside itself, so that {@link randomSource} can carry it into an isolate.
 */
export function createRandom(seedText: string): Random {
  const mask = 0xffffffffffffffffn;
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < seedText.length; i++) {
    const unit = seedText.charCodeAt(i);
    hash = ((hash ^ BigInt(unit & 0xff)) * 0x100000001b3n) & mask;
    hash = ((hash ^ BigInt(unit >>> 8)) * 0x100000001b3n) & mask;
  }
  const splitMix = () => {
    hash = (hash + 0x9e3779b97f4a7c15n) & mask;
    let z = hash;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return z ^ (z >> 31n);
  };
  const low = splitMix();
  const high = splitMix();
  let [a, b, c, d] = [low, low >> 32n, high, high >> 32n].map((word) => Number(word & 0xffffffffn) | 0);
  const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  const unit = () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
  const integer = (lo: number, hi: number) => {
    const span = hi - lo + 1;
    if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi) || span < 1 || span > 4294967296) {
      throw new RangeError(`random.integer(${lo}, ${hi}): give two whole numbers, low one first, at most 2^32 apart`);
    }
    const fair = Math.floor(4294967296 / span) * span;
    let draw = next();
    while (draw >= fair) draw = next();
    return lo + (draw % span);
  };
  return {
    integer,
    real: (lo, hi) => lo + (hi - lo) * unit(),
    pick: (list) => {
      if (list.length === 0) throw new RangeError('random.pick: the list is empty');
      return list[integer(0, list.length - 1)];
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
  };
}

/** JavaScript text of {@link createRandom}: an expression that evaluates to the function. */
export const randomSource = createRandom.toString();

/** The seed text of a variant: the task's stable id, its version and the candidate's seed. */
export function variantSeedText(task: { readonly id: string; readonly version: number }, seed: number): string {
  return `${task.id}:${task.version}:${seed}`;
}

/** The seed text of a check's draws: a run of the visible checks draws other inputs than the grading of a submission. */
export function checkSeedText(seed: number, checkId: string, scope: 'visible' | 'all'): string {
  return scope === 'all' ? `${seed}:${checkId}` : `${seed}:${checkId}:${scope}`;
}
