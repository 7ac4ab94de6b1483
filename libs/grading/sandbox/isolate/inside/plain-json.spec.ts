// What an author's function returns reaches the rest as it is, or not at all: JSON would change it without a word.
import { NotPlain, pathText } from './plain-data';
import { plainJson } from './plain-json';

function refusal(value: unknown): string {
  try {
    plainJson(value);
  } catch (error) {
    if (error instanceof NotPlain) return `${pathText(error.path)} ${error.what}`;
    throw error;
  }
  return 'accepted';
}

it('copies JSON as it is', () => {
  const shared = { a: [1, -2.5, 1e-300, 'ä', '', true, null, {}] };
  const value = { one: shared, two: shared, three: Object.assign(Object.create(null) as object, { b: 1 }) };
  expect(plainJson(value)).toEqual({ one: shared, two: shared, three: { b: 1 } });
  expect(plainJson(value)).not.toBe(value);
  expect(Object.is(plainJson(-0), 0)).toBe(true);
});

const cycle: Record<string, unknown> = {};
cycle['inner'] = [cycle];
let deep: unknown = 1;
for (let i = 0; i < 100; i++) deep = [deep];
class Kind {
  readonly a = 1;
}

it.each<[string, unknown, RegExp]>([
  ['NaN', { parameters: { a: NaN } }, /^parameters\.a is NaN: return a finite number/],
  ['Infinity', { parameters: { list: [1, { b: Infinity }] } }, /^parameters\.list\[1\]\.b is Infinity/],
  ['minus Infinity', [-Infinity], /^\[0\] is -Infinity/],
  ['nothing', { a: undefined }, /^a is undefined/],
  ['nothing at all', undefined, /^ ?is undefined/],
  ['nothing in a list', { a: [undefined] }, /^a\[0\] is undefined/],
  ['a hole', { a: [1, , 3] }, /^a\[1\] is a hole/], // eslint-disable-line no-sparse-arrays
  ['a list of holes', { a: new Array(5) }, /^a\[0\] is a hole/],
  ['a huge list of holes', { a: new Array(4e9) }, /^a has 4000000000 items/],
  ['a function', { a: () => 1 }, /^a is a function/],
  ['a bigint', { a: 1n }, /^a is a bigint/],
  ['a symbol', { a: Symbol('a') }, /^a is a symbol/],
  ['a symbol for a name', { [Symbol('a')]: 1 }, /named by a symbol/],
  ['a date', { a: new Date(0) }, /^a is an object with a prototype/],
  ['a map', { a: new Map() }, /^a is an object with a prototype/],
  ['a number in an object', { a: Object(5) as unknown }, /^a is an object with a prototype/],
  ['typed numbers', { a: new Float32Array(2) }, /^a is an object with a prototype/],
  ['an instance', { a: new Kind() }, /^a is an object with a prototype/],
  ['a cycle', cycle, /^inner\[0\] contains itself/],
  ['a pit', deep, /is nested more than 40 deep/],
  ['__proto__', JSON.parse('{"a": {"__proto__": {"b": 1}}}'), /^a has a member named __proto__/],
  ['a getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), /^a is a getter/],
  ['a hidden getter', Object.defineProperty({}, 'a', { get: () => 1 }), /^a is a getter/],
  ['toJSON', { a: { toJSON: () => 1 } }, /^a\.toJSON is a function/],
  ['NUL', { a: 'b\0' }, /^a holds the character NUL/],
  ['half a character', { a: '\udc00' }, /^a holds half/],
  ['half a character in a name', { '\udc00': 1 }, /holds half/],
  ['too much', Array.from({ length: 400_001 }, () => 1), /at most 400000|more than 400000/],
  ['too much in parts', Array.from({ length: 900 }, () => Array.from({ length: 900 }, () => 1)), /more than 400000/],
])('refuses %s', (_what, value, message) => {
  expect(refusal(value)).toMatch(message);
});
