// What an isolate rehearses with: a program of ours that adds, metered like a candidate's, and checks over what most checks use.
import { meterModule } from '../metering/metering';
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { exportKinds, sectionIds, valueTypes } from '../wasm/module';
import { type RunnerChecksJob } from './runner-jobs';

const stackBytes = 1024;
const pageBytes = 65_536;

/** (i32, i32) -> i32: the sum. */
function linkedModule(): Uint8Array {
  const { i32 } = valueTypes;
  const body = new ByteWriter().u32(0);
  body.u8(opcodes.localGet, 0, opcodes.localGet, 1, 0x6a, opcodes.end);
  const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  out.section(sectionIds.type, new ByteWriter().u8(1, 0x60, 2, i32, i32, 1, i32));
  out.section(sectionIds.function, new ByteWriter().u8(1, 0));
  out.section(sectionIds.memory, new ByteWriter().u8(1, 0, 1));
  out.section(sectionIds.global, new ByteWriter().u8(1, i32, 1, opcodes.i32Const).signed(stackBytes).u8(opcodes.end));
  out.section(sectionIds.export, new ByteWriter().u8(1).name('add').u8(exportKinds.function, 0));
  out.section(sectionIds.code, new ByteWriter().u8(1).u32(body.length).raw(body.bytes()));
  return out.bytes();
}

/** One that passes and one that fails. */
const checksSource = `export const checks = [1, 2].map((n) => ({ id: 'rehearsal-' + n, visible: true, title: '', lesson: '', points: 1, run(t) {
  const values = Int16Array.from([1, 2, 3], (value) => value * t.random.integer(1, 9));
  const buffer = t.buffer(values);
  buffer.set([t.zeroed(4).length]);
  t.deepEqual(Array.from(t.constant([1, 2]).bytes()), [1, 2], 'bytes');
  t.note([buffer.int8()[0], buffer.int16()[1], buffer.int32().length, buffer.float32().length].join(' '));
  t.ok(buffer.length === 6, 'the length');
  for (let i = 0; i < 20; i++) t.equal(t.call('add', i, 3), i + 3, 'a sum');
  t.reset();
  t.equal(t.call('add', n, 1), 2, 'a sum that is right once');
} }));`;

/** A run of checks without a meaning of its own. */
export function rehearsalJob(): RunnerChecksJob {
  const options = {
    ...{ exports: ['add'], harnessExports: [], stackBytes, stackTop: stackBytes, memoryPages: 1, simd: false },
  };
  const metered = meterModule(linkedModule(), options);
  const guarded = meterModule(linkedModule(), { ...options, isGuarded: true });
  const layout = {
    ...{ stackBytes, dataStart: stackBytes, dataEnd: stackBytes, heapStart: stackBytes, heapBytes: 0 },
    ...{ buffersStart: stackBytes + 64, memoryBytes: pageBytes, callDepthLimit: metered.callDepthLimit },
    ...{ readOnly: [], devices: [], interrupts: false },
    functions: { add: { params: ['i32', 'i32'], results: ['i32'] } },
  };
  const [module, guardedModule] = [metered, guarded].map(({ bytes }) => Buffer.from(bytes).toString('base64'));
  return {
    ...{ kind: 'checks', module: module ?? '', guardedModule: guardedModule ?? '', layout, checksSource },
    ...{ parameters: {}, seed: 1, scope: 'all', instructionLimit: 10_000 },
  };
}
