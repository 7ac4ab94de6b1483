// The arithmetic of WebAssembly, written from its specification (core 4.3) for the naive interpreter.

/** The program did something undefined or ran out of its allowance. */
export class NaiveTrap extends Error {}

export type Value = number | bigint;

export const toI32 = (value: bigint): number => Number(BigInt.asIntN(32, value));
export const i64 = (value: bigint): bigint => BigInt.asIntN(64, value);
export const u64 = (value: Value): bigint => BigInt.asUintN(64, BigInt(value));

export function trapUnless(condition: boolean, why: string): void {
  if (!condition) throw new NaiveTrap(why);
}

function nearest(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x;
  const floor = Math.floor(x);
  const rest = x - floor;
  const rounded = rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return rounded === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rounded;
}

function saturate(x: number, low: bigint, high: bigint): bigint {
  if (Number.isNaN(x)) return 0n;
  if (x <= Number(low)) return low;
  if (x >= Number(high)) return high;
  return BigInt(Math.trunc(x));
}

const rotate64 = (a: bigint, by: bigint): bigint => i64((u64(a) << by) | (u64(a) >> (64n - by)));

type Binary = (a: never, b: never) => Value;
const compare = (test: boolean): number => (test ? 1 : 0);

const i32Binary: Record<number, (a: number, b: number) => number> = {
  0x46: (a, b) => compare(a === b),
  0x47: (a, b) => compare(a !== b),
  0x48: (a, b) => compare(a < b),
  0x49: (a, b) => compare(a >>> 0 < b >>> 0),
  0x4a: (a, b) => compare(a > b),
  0x4b: (a, b) => compare(a >>> 0 > b >>> 0),
  0x4c: (a, b) => compare(a <= b),
  0x4d: (a, b) => compare(a >>> 0 <= b >>> 0),
  0x4e: (a, b) => compare(a >= b),
  0x4f: (a, b) => compare(a >>> 0 >= b >>> 0),
  0x6a: (a, b) => (a + b) | 0,
  0x6b: (a, b) => (a - b) | 0,
  0x6c: (a, b) => Math.imul(a, b),
  0x6d: (a, b) => {
    trapUnless(b !== 0, 'divide by zero');
    trapUnless(!(a === -0x80000000 && b === -1), 'divide result unrepresentable');
    return (a / b) | 0;
  },
  0x6e: (a, b) => {
    trapUnless(b !== 0, 'divide by zero');
    return ((a >>> 0) / (b >>> 0)) | 0;
  },
  0x6f: (a, b) => {
    trapUnless(b !== 0, 'divide by zero');
    return (a % b) | 0;
  },
  0x70: (a, b) => {
    trapUnless(b !== 0, 'divide by zero');
    return ((a >>> 0) % (b >>> 0)) | 0;
  },
  0x71: (a, b) => a & b,
  0x72: (a, b) => a | b,
  0x73: (a, b) => a ^ b,
  0x74: (a, b) => a << b,
  0x75: (a, b) => a >> b,
  0x76: (a, b) => (a >>> b) | 0,
  0x77: (a, b) => ((b & 31) === 0 ? a : (a << b) | (a >>> (32 - (b & 31)))),
  0x78: (a, b) => ((b & 31) === 0 ? a : (a >>> b) | (a << (32 - (b & 31)))),
};

const i64Binary: Record<number, (a: bigint, b: bigint) => Value> = {
  0x51: (a, b) => compare(a === b),
  0x52: (a, b) => compare(a !== b),
  0x53: (a, b) => compare(a < b),
  0x54: (a, b) => compare(u64(a) < u64(b)),
  0x55: (a, b) => compare(a > b),
  0x56: (a, b) => compare(u64(a) > u64(b)),
  0x57: (a, b) => compare(a <= b),
  0x58: (a, b) => compare(u64(a) <= u64(b)),
  0x59: (a, b) => compare(a >= b),
  0x5a: (a, b) => compare(u64(a) >= u64(b)),
  0x7c: (a, b) => i64(a + b),
  0x7d: (a, b) => i64(a - b),
  0x7e: (a, b) => i64(a * b),
  0x7f: (a, b) => {
    trapUnless(b !== 0n, 'divide by zero');
    trapUnless(!(a === -(2n ** 63n) && b === -1n), 'divide result unrepresentable');
    return i64(a / b);
  },
  0x80: (a, b) => {
    trapUnless(b !== 0n, 'divide by zero');
    return i64(u64(a) / u64(b));
  },
  0x81: (a, b) => {
    trapUnless(b !== 0n, 'divide by zero');
    return i64(a % b);
  },
  0x82: (a, b) => {
    trapUnless(b !== 0n, 'divide by zero');
    return i64(u64(a) % u64(b));
  },
  0x83: (a, b) => i64(a & b),
  0x84: (a, b) => i64(a | b),
  0x85: (a, b) => i64(a ^ b),
  0x86: (a, b) => i64(a << (b & 63n)),
  0x87: (a, b) => i64(a >> (b & 63n)),
  0x88: (a, b) => i64(u64(a) >> (b & 63n)),
  0x89: (a, b) => rotate64(a, b & 63n),
  0x8a: (a, b) => rotate64(a, (64n - (b & 63n)) & 63n),
};

const floatCompare: ((a: number, b: number) => number)[] = [
  (a, b) => compare(a === b),
  (a, b) => compare(a !== b),
  (a, b) => compare(a < b),
  (a, b) => compare(a > b),
  (a, b) => compare(a <= b),
  (a, b) => compare(a >= b),
];
const floatBinary: ((a: number, b: number) => number)[] = [
  (a, b) => a + b,
  (a, b) => a - b,
  (a, b) => a * b,
  (a, b) => a / b,
  Math.min,
  Math.max,
  (a, b) => (Object.is(Math.sign(b), -0) || b < 0 ? -Math.abs(a) : Math.abs(a)),
];
export const floatUnary: ((a: number) => number)[] = [
  Math.abs,
  (a) => -a,
  Math.ceil,
  Math.floor,
  Math.trunc,
  nearest,
  Math.sqrt,
];

/** The instruction that takes two operands off the stack and leaves one, if the opcode is one. */
export function twoOperands(opcode: number): Binary | undefined {
  if (opcode in i32Binary) return i32Binary[opcode];
  if (opcode in i64Binary) return i64Binary[opcode];
  if (opcode >= 0x5b && opcode <= 0x60) return floatCompare[opcode - 0x5b];
  if (opcode >= 0x61 && opcode <= 0x66) return floatCompare[opcode - 0x61];
  const narrow = opcode >= 0x92 && opcode <= 0x98 ? floatBinary[opcode - 0x92] : undefined;
  if (narrow) return (a: number, b: number) => Math.fround(narrow(a, b));
  if (opcode >= 0xa0 && opcode <= 0xa6) return floatBinary[opcode - 0xa0];
  return undefined;
}

const scratch = new DataView(new ArrayBuffer(8));

export function floatOf(bits: bigint, isNarrow: boolean): number {
  scratch.setBigUint64(0, BigInt.asUintN(64, bits));
  return isNarrow ? scratch.getFloat32(4) : scratch.getFloat64(0);
}

/** The bits of a float; those of every NaN are the same. */
export function bitsOfFloat(value: number, isNarrow: boolean): bigint {
  if (Number.isNaN(value)) return isNarrow ? 0x7fc00000n : 0x7ff8000000000000n;
  if (isNarrow) scratch.setFloat32(0, value);
  else scratch.setFloat64(0, value);
  return isNarrow ? BigInt(scratch.getUint32(0)) : scratch.getBigUint64(0);
}

/** A float that an integer of this range can hold, without its fraction. */
function truncate(x: number, low: bigint, high: bigint): bigint {
  trapUnless(!Number.isNaN(x), 'float unrepresentable in integer range');
  trapUnless(Number.isFinite(x), 'float unrepresentable in integer range');
  const whole = BigInt(Math.trunc(x));
  trapUnless(whole >= low && whole <= high, 'float unrepresentable in integer range');
  return whole;
}

const truncateTo = [
  (a: number) => Number(truncate(a, -(2n ** 31n), 2n ** 31n - 1n)),
  (a: number) => Number(truncate(a, 0n, 2n ** 32n - 1n)) | 0,
  (a: number) => truncate(a, -(2n ** 63n), 2n ** 63n - 1n),
  (a: number) => i64(truncate(a, 0n, 2n ** 64n - 1n)),
] as const;

/** The float of 24 bits nearest to an integer: rounding to 53 bits first, with the rest kept as one bit, changes nothing. */
function narrow(value: bigint): number {
  const size = value < 0n ? -value : value;
  const drop = BigInt(Math.max(0, size.toString(2).length - 50));
  const rest = size & ((1n << drop) - 1n);
  const kept = ((size >> drop) | (rest === 0n ? 0n : 1n)) << drop;
  return Math.fround(Number(value < 0n ? -kept : kept));
}

export const unary: Record<number, (a: never) => Value> = {
  0x45: (a: number) => compare(a === 0),
  0x50: (a: bigint) => compare(a === 0n),
  0x67: (a: number) => Math.clz32(a),
  0x68: (a: number) => (a === 0 ? 32 : 31 - Math.clz32(a & -a)),
  0x69: (a: number) => (a >>> 0).toString(2).replaceAll('0', '').length,
  0x79: (a: bigint) => BigInt(64 - (u64(a) === 0n ? 0 : u64(a).toString(2).length)),
  0x7a: (a: bigint) => (a === 0n ? 64n : BigInt(/0*$/.exec(u64(a).toString(2))?.[0].length ?? 0)),
  0x7b: (a: bigint) => BigInt(u64(a).toString(2).replaceAll('0', '').length),
  0xa7: (a: bigint) => toI32(a),
  0xa8: truncateTo[0],
  0xa9: truncateTo[1],
  0xaa: truncateTo[0],
  0xab: truncateTo[1],
  0xac: (a: number) => BigInt(a),
  0xad: (a: number) => BigInt(a >>> 0),
  0xae: truncateTo[2],
  0xaf: truncateTo[3],
  0xb0: truncateTo[2],
  0xb1: truncateTo[3],
  0xb2: (a: number) => Math.fround(a),
  0xb3: (a: number) => Math.fround(a >>> 0),
  0xb4: (a: bigint) => narrow(a),
  0xb5: (a: bigint) => narrow(u64(a)),
  0xb6: (a: number) => Math.fround(a),
  0xb7: (a: number) => a,
  0xb8: (a: number) => a >>> 0,
  0xb9: (a: bigint) => Number(a),
  0xba: (a: bigint) => Number(u64(a)),
  0xbb: (a: number) => a,
  0xc0: (a: number) => (a << 24) >> 24,
  0xc1: (a: number) => (a << 16) >> 16,
  0xc2: (a: bigint) => BigInt.asIntN(8, a),
  0xc3: (a: bigint) => BigInt.asIntN(16, a),
  0xc4: (a: bigint) => BigInt.asIntN(32, a),
};
export const saturating: ((a: number) => Value)[] = [
  (a) => Number(saturate(a, -(2n ** 31n), 2n ** 31n - 1n)),
  (a) => Number(saturate(a, 0n, 2n ** 32n - 1n)) | 0,
  (a) => Number(saturate(a, -(2n ** 31n), 2n ** 31n - 1n)),
  (a) => Number(saturate(a, 0n, 2n ** 32n - 1n)) | 0,
  (a) => saturate(a, -(2n ** 63n), 2n ** 63n - 1n),
  (a) => i64(saturate(a, 0n, 2n ** 64n - 1n)),
  (a) => saturate(a, -(2n ** 63n), 2n ** 63n - 1n),
  (a) => i64(saturate(a, 0n, 2n ** 64n - 1n)),
];

/** Bytes of a load or store, from its opcode. */
export function access(opcode: number): { size: number; signed: boolean } {
  const sizes = [4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4];
  return { size: sizes[opcode - 0x28] ?? 1, signed: [0x2c, 0x2e, 0x30, 0x32, 0x34].includes(opcode) };
}
