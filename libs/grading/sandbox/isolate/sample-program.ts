// A program of ours that an isolate rehearses with: one function that adds, one page of memory, metered like a candidate's.
import { meterModule } from '../metering/metering';
import { type ProgramLayout } from '../sandbox';
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { exportKinds, sectionIds, valueTypes } from '../wasm/module';

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

export function sampleProgram(): { readonly module: ArrayBuffer; readonly layout: ProgramLayout } {
  const metered = meterModule(linkedModule(), {
    ...{ exports: ['add'], harnessExports: [], stackBytes, stackTop: stackBytes, memoryPages: 1, simd: false },
  });
  const layout = {
    ...{ stackBytes, dataStart: stackBytes, dataEnd: stackBytes, heapStart: stackBytes, heapBytes: 0 },
    ...{ buffersStart: stackBytes + 64, memoryBytes: pageBytes, callDepthLimit: metered.callDepthLimit },
    functions: { add: { params: ['i32', 'i32'], results: ['i32'] } },
  };
  const { buffer, byteOffset, length } = metered.bytes;
  return { module: new Uint8Array(buffer, byteOffset, length).slice().buffer, layout };
}
