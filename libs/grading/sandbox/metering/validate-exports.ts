// Exports of a linked module: what the task asks for is one function of the program each, whatever else is exported.
import { ByteReader, ByteWriter, ModuleError } from '../wasm/bytes';
import { exportKinds, sectionIds, type WasmModule } from '../wasm/module';

/** Each wanted name is that of one function that the program defines; all other exports are dropped. */
export function checkExports({ exports, imports, functions }: WasmModule, wanted: readonly string[]): void {
  const names = new Set(wanted);
  const found = new Set<string>();
  for (const { name, kind, index } of exports) {
    if (!names.has(name)) continue;
    if (found.has(name))
      throw new ModuleError(`"${name}" is exported twice; give the other function a name of its own.`);
    found.add(name);
    if (kind !== exportKinds.function) throw new ModuleError(`"${name}" must be a function.`);
    if (index < imports.length || index >= imports.length + functions.length)
      throw new ModuleError(`"${name}" must be defined by the program.`);
  }
}

/** For V8 to validate the rest: it refuses two exports of one name, also where both are dropped. */
export function withoutExports(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes);
  const out = new ByteWriter().raw(reader.take(8));
  while (!reader.done) {
    const start = reader.at;
    const id = reader.u8();
    reader.skip(reader.u32());
    if (id !== sectionIds.export) out.raw(bytes.subarray(start, reader.at));
  }
  return out.bytes().slice();
}
