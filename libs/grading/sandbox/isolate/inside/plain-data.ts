// Reads what an author's code returned as plain data: every property once, from its own descriptor, with nothing of the author's running.

/** What is wrong with a value, and where in it. */
export class NotPlain extends Error {
  constructor(
    readonly path: readonly (string | number)[],
    readonly what: string,
  ) {
    super(what);
  }
}

/** `parameters.a`, `series[0]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}

/** The own properties of a plain object. @throws NotPlain for an instance of a class, a getter, a symbol or `__proto__` */
export function membersOf(value: object, path: readonly (string | number)[]): Map<string, unknown> {
  const prototype = Reflect.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotPlain(path, 'is an object with a prototype of its own: return a plain object');
  const members = new Map<string, unknown>();
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') throw new NotPlain(path, 'has a member that is named by a symbol: remove it');
    if (key === '__proto__') throw new NotPlain(path, 'has a member named __proto__: give it another name');
    members.set(key, dataOf(value, key, [...path, key]));
  }
  return members;
}

/** The items of a plain list. @throws NotPlain for a subclass, a hole, a getter or a member beside the items */
export function itemsOf(value: object, most: number, path: readonly (string | number)[]): unknown[] {
  if (!Array.isArray(value)) throw new NotPlain(path, 'is no list: return an array');
  if (Reflect.getPrototypeOf(value) !== Array.prototype)
    throw new NotPlain(path, 'is a list with a prototype of its own: return a plain array');
  const { length } = value;
  if (length > most) throw new NotPlain(path, `has ${length} items: return at most ${most}`);
  const items: unknown[] = [];
  for (let i = 0; i < length; i++) {
    if (!Object.hasOwn(value, i)) throw new NotPlain([...path, i], 'is a hole in the list: fill it');
    items.push(dataOf(value, i, [...path, i]));
  }
  // The items and `length`.
  if (Reflect.ownKeys(value).length !== length + 1)
    throw new NotPlain(path, 'is a list with members beside its items: return a plain array');
  return items;
}

function dataOf(value: object, key: string | number, path: readonly (string | number)[]): unknown {
  const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
  if (!descriptor || !('value' in descriptor)) throw new NotPlain(path, 'is a getter: return the value itself');
  return descriptor.value as unknown;
}

const loneSurrogate = /\p{Cs}/u;

/** Why a text cannot be kept or shown; null when it can. */
export function textFault(text: string): string | null {
  if (text.includes('\0')) return 'holds the character NUL: remove it';
  return loneSurrogate.test(text) ? 'holds half of a surrogate pair: return whole characters' : null;
}
