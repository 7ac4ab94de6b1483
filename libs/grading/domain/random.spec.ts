// The generator: frozen numbers, an independent second writing of it, fairness, and that it can travel as text.
import { runInNewContext } from 'node:vm';
import { createRandom, randomSource, variantSeedText } from './random';

/** The same algorithm written with 32-bit arithmetic in BigInt alone, straight from the cited C sources. */
function independent(seedText: string): () => number {
  const m64 = (1n << 64n) - 1n;
  const m32 = (1n << 32n) - 1n;
  let h = 14695981039346656037n;
  for (const byte of Buffer.from(seedText, 'utf16le')) h = ((h ^ BigInt(byte)) * 1099511628211n) & m64;
  const words: bigint[] = [];
  for (let i = 0; i < 2; i++) {
    h = (h + 0x9e3779b97f4a7c15n) & m64;
    let z = h;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & m64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & m64;
    z ^= z >> 31n;
    words.push(z & m32, z >> 32n);
  }
  const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & m32;
  return () => {
    const result = (rotl((words[1] * 5n) & m32, 7n) * 9n) & m32;
    const t = (words[1] << 9n) & m32;
    words[2] ^= words[0];
    words[3] ^= words[1];
    words[1] ^= words[2];
    words[0] ^= words[3];
    words[2] ^= t;
    words[3] = rotl(words[3], 11n);
    return Number(result);
  };
}

describe('createRandom', () => {
  it('gives the numbers of xoshiro128** seeded by FNV-1a and SplitMix64', () => {
    for (const seedText of ['', 'a', 'task:1:7', 'Größe\u{1f600}']) {
      const random = createRandom(seedText);
      const next = independent(seedText);
      for (let i = 0; i < 200; i++) expect(random.integer(0, 4294967295)).toBe(next());
    }
  });

  it('never changes: variants that candidates have seen depend on these numbers', () => {
    const random = createRandom('frozen');
    expect([random.integer(1, 1000), random.integer(1, 1000), random.real(0, 1), random.shuffle([1, 2, 3, 4, 5])])
      .toMatchInlineSnapshot(`
     [
       355,
       467,
       0.13853597242793447,
       [
         3,
         5,
         4,
         1,
         2,
       ],
     ]
    `);
  });

  it('travels as text into another world and gives the same numbers there', () => {
    const travelled = runInNewContext(`(${randomSource})`) as typeof createRandom;
    expect(travelled('x').integer(0, 1e9)).toBe(createRandom('x').integer(0, 1e9));
  });

  it('keeps to its bounds and reaches both ends', () => {
    const random = createRandom('bounds');
    const seen = new Set(Array.from({ length: 400 }, () => random.integer(-3, 3)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    for (let i = 0; i < 400; i++) {
      const x = random.real(2, 3);
      expect(x >= 2 && x < 3).toBe(true);
    }
  });

  it('is fair over a range that does not divide 2^32', () => {
    const random = createRandom('fair');
    const counts = [0, 0, 0];
    for (let i = 0; i < 30000; i++) counts[random.integer(0, 2)] += 1;
    for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(400);
  });

  it('shuffles a copy and keeps every element', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom('deck').shuffle(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort()).toEqual(list);
  });

  it.each([
    [5, 4],
    [0.5, 2],
    [0, 2 ** 33],
  ])('refuses integer(%p, %p)', (lo, hi) => {
    expect(() => createRandom('').integer(lo, hi)).toThrow(/whole numbers/);
  });

  it('refuses to pick from nothing', () => {
    expect(() => createRandom('').pick([])).toThrow(/empty/);
  });
});

it('seeds variants by id, version and seed', () => {
  expect(variantSeedText({ id: 'i', version: 2 }, 7)).toBe('i:2:7');
});
