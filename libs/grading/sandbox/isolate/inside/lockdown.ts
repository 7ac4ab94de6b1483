// Runs first inside an isolate: takes away what could tell two runs apart, and freezes the rest so that no code can change it for another.

const removedGlobals = [
  'Date',
  'Intl',
  'WeakRef',
  'FinalizationRegistry',
  'SharedArrayBuffer',
  'Atomics',
  'WebAssembly',
  'console',
  'performance',
  'setTimeout',
  'Temporal',
  // What an author's code hands over is read as plain data; a proxy would run code of the author's at each look.
  'Proxy',
];
/** Methods whose results depend on a locale. */
const localeMethods = [
  'toLocaleString',
  'toLocaleUpperCase',
  'toLocaleLowerCase',
  'localeCompare',
  'toLocaleDateString',
  'toLocaleTimeString',
];

function freezeDeep(value: unknown, seen: Set<unknown>): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
    if (!descriptor) continue;
    for (const part of [descriptor.value, descriptor.get, descriptor.set] as unknown[]) freezeDeep(part, seen);
  }
  freezeDeep(Reflect.getPrototypeOf(value), seen);
  Object.freeze(value);
}

/** Intrinsics that no global names. */
function hiddenIntrinsics(): unknown[] {
  function* generator(): Generator {
    /* only its prototype is wanted */
  }
  async function asynchronous(): Promise<void> {
    /* only its prototype is wanted */
  }
  async function* asyncGenerator(): AsyncGenerator {
    /* only its prototype is wanted */
  }
  const iterators = [
    [][Symbol.iterator](),
    ''[Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''.matchAll(/a/g),
  ];
  return [...iterators, generator, asynchronous, asyncGenerator, Uint8Array].map((value) =>
    Reflect.getPrototypeOf(value),
  );
}

/** After this no code in the isolate can change a built-in, see a clock, draw a random number of its own, or make WebAssembly. */
export function lockDown(global: object): void {
  for (const name of removedGlobals) Reflect.deleteProperty(global, name);
  Reflect.deleteProperty(Math, 'random');
  for (const prototype of [
    Object.prototype,
    Array.prototype,
    Number.prototype,
    BigInt.prototype,
    String.prototype,
    Uint8Array.prototype,
  ]) {
    for (let at: object | null = prototype; at; at = Reflect.getPrototypeOf(at)) {
      for (const method of localeMethods) Reflect.deleteProperty(at, method);
    }
  }
  const seen = new Set<unknown>();
  for (const value of hiddenIntrinsics()) freezeDeep(value, seen);
  for (const key of Reflect.ownKeys(global)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(global, key);
    if (descriptor?.value !== global) freezeDeep(descriptor?.value, seen);
    if (descriptor?.configurable)
      Reflect.defineProperty(
        global,
        key,
        'value' in descriptor ? { writable: false, configurable: false } : { configurable: false },
      );
  }
}
