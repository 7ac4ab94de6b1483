// Programs that import device functions, and where the parts of a program come from: our linker against wasm-ld's bytes and map.
import { type CompileJob, type DeviceFunction } from '../sandbox';
import { ByteReader } from '../wasm/bytes';
import { sectionIds } from '../wasm/module';
import { compilerArguments } from './flags';
import { heapSource, stringSource } from './harness';
import { LinkFailure, linkProgram, type HarnessObject, type LinkJob } from './link-program';
import { linkObjects, type LinkedProgram } from './linker/link-objects';
import { readLinkObject } from './linker/read-object';
import { Unusual } from './linker/unusual';
import { type Llvm } from './llvm';
import { llvmLoader } from './llvm-in-tests';

const encoder = new TextEncoder();
const device = (
  name: string,
  params: DeviceFunction['params'],
  results: DeviceFunction['results'],
): DeviceFunction => ({
  ...{ name, params, results },
});
const devices = [
  device('load', ['i32'], ['i32']),
  device('store', ['i32', 'i64'], []),
  device('scale', ['f32', 'f64'], ['f64']),
  device('unused', [], []),
];

let llvm: Llvm;
let harness: ReadonlyMap<string, HarnessObject>;

async function objectOf(source: string, level = '-O2'): Promise<Uint8Array> {
  const args = compilerArguments('answer.c', 'answer.o', [level], false);
  const run = await llvm.run(args, new Map([['answer.c', encoder.encode(source)]]));
  const object = run.files.get('answer.o');
  if (!object) throw new Error(run.output);
  return object.slice();
}

beforeAll(async () => {
  llvm = await llvmLoader()();
  const sources: [string, string][] = [
    ['string.o', stringSource],
    ['heap.o', heapSource],
  ];
  const objects = new Map<string, HarnessObject>();
  for (const [name, source] of sources) {
    const bytes = await objectOf(source);
    objects.set(name, { bytes, parsed: readLinkObject(bytes) });
  }
  harness = objects;
}, 60_000);

async function linkJob(source: string, exports: readonly string[], level?: string): Promise<LinkJob> {
  const job: CompileJob = {
    ...{ file: 'answer.c', source, headers: [], flags: [], exports, stackBytes: 1000, heapBytes: 64, devices },
  };
  return { job, object: await objectOf(source, level), harness, exports };
}

/** Without the custom sections, in which each linker writes what it likes. */
function plainSections(bytes: Uint8Array): string {
  const reader = new ByteReader(bytes, 8);
  const kept: Uint8Array[] = [];
  while (!reader.done) {
    const start = reader.at;
    const id = reader.u8();
    reader.skip(reader.u32());
    if (id !== sectionIds.custom) kept.push(bytes.subarray(start, reader.at));
  }
  return Buffer.concat(kept).toString('hex');
}

const toWasmLd: typeof linkObjects = () => {
  throw new Unusual('left to wasm-ld');
};
const onlyHere = async (job: LinkJob): Promise<LinkedProgram> => {
  const linked = linkObjects([...[...job.harness.values()].map(({ parsed }) => parsed), readLinkObject(job.object)], {
    exports: job.exports,
    stackBytes: 1008,
    devices: new Map(devices.map(({ name, params, results }) => [name, typeText(params, results)])),
  });
  return Promise.resolve(linked);
};
const typeCodes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c };
function typeText(params: DeviceFunction['params'], results: DeviceFunction['results']): string {
  const bytes = [
    params.length,
    ...params.map((type) => typeCodes[type]),
    results.length,
    ...results.map((type) => typeCodes[type]),
  ];
  return Buffer.from(bytes).toString('latin1');
}

const declarations = 'int load(int); void store(int, long long); double scale(float, double); void unused(void);';
const programs: Record<string, string> = {
  'calls of devices': `${declarations} int f(int a) { store(a, load(a)); return scale(a, a); } int g(int a) { return load(a + 1); }`,
  'one device': `${declarations} int f(int a) { return load(a); } int g(int a) { return a; }`,
  'a device by its address': `${declarations} int (*volatile p)(int) = load; int (*const t[2])(int) = {f, load};
    int f(int a) { store(1, 2); return p(a); } int g(int a) { return t[a](3) + (load != p); }`.replace(
    'int (*const',
    'int f(int); int (*const',
  ),
  'types of calls through pointers': `${declarations} int f(int a) { return ((double (*)(float, double))a)(1, 2) + ((int (*)(int, int))a)(1, 2); }
    int g(int a) { ((void (*)(int, long long))a)(1, 2); store(1, 2); return load(3); }`,
  'no device': `void *malloc(__SIZE_TYPE__); int f(int a) { return malloc(a) != 0; } int g(int a) { return a; }`,
  'data of all sorts': `${declarations} static int zero, one = 1; char big[1001]; static const short odd[3] = {1, 2, 3}; const char *s = "text";
    static int __attribute__((address_space(1))) w = 4; static long long __attribute__((address_space(1))) l;
    int f(int i) { one += zero++; big[i]++; w += load(i); l += w; return one + odd[i] + big[i] + s[i] + l; } int g(int a) { return w; }`,
};

it.each(Object.keys(programs))('links as wasm-ld does: %s', async (name) => {
  for (const level of ['-O0', '-Os', '-O2']) {
    const job = await linkJob(programs[name], ['f', 'g'], level);
    const expected = await linkProgram(llvm, job, toWasmLd);
    const got = await onlyHere(job);
    expect(plainSections(got.bytes)).toBe(plainSections(expected.bytes));
    expect({ ...got, bytes: null }).toEqual({ ...expected, bytes: null });
    expect(await linkProgram(llvm, job, linkObjects)).toEqual(got);
  }
});

it('leaves a function that is no device undefined', async () => {
  const job = await linkJob('int other(int); int f(int a) { return other(a); } int g(int a) { return a; }', ['f', 'g']);
  await expect(linkProgram(llvm, job, linkObjects)).rejects.toThrow(LinkFailure);
});

describe('by the map of wasm-ld', () => {
  it('knows harness functions by their object, whatever the names of the candidate are', async () => {
    const source = `void *memcpy(void *, const void *, __SIZE_TYPE__); void *malloc(__SIZE_TYPE__);
      __attribute__((noinline)) static int copy_up(int a) { return a * a + 1; } __attribute__((weak)) int arena(int a) { return a * 3; }
      static int __attribute__((address_space(1))) wanted;
      int f(int a) { wanted += a; return copy_up(a) + arena(a) + (malloc(a) != 0) + wanted; } int g(int a) { return a; }`;
    const linked = await linkProgram(llvm, await linkJob(source, ['f', 'g']), toWasmLd);
    expect(linked.candidateFunctions.size).toBe(4);
    expect(linked.candidateGlobals.size).toBe(1);
  });

  it('tells segments of the same beginning apart', async () => {
    const source = `__attribute__((section(".rodatas"))) int a = 3; __attribute__((section("CODE"))) int b = 4; const int c[2] = {1, 2}; int d[3];
      int f(int i) { return a++ + b++ + c[i] + d[i]++; } int g(int a) { return a; }`;
    const { segments } = await linkProgram(llvm, await linkJob(source, ['f', 'g']), linkObjects);
    expect(segments.map(({ name, start, end }) => [name, end - start])).toEqual([
      ['.rodatas', 4],
      ['.rodata', 8],
      ['CODE', 4],
      ['.bss', 12],
    ]);
  });
});
