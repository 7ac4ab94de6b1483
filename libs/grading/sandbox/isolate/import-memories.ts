// A guarded module with its memories taken from outside, so that all guarded checks of a job can run in the same two: making
// memories takes longer than a small check.
import { meterExports, meterImports } from '../metering/meter-exports';
import { ByteReader, ByteWriter } from '../wasm/bytes';
import { exportKinds, sectionIds } from '../wasm/module';

interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

const headerBytes = 8;

function sectionsOf(bytes: Uint8Array): Section[] {
  const reader = new ByteReader(bytes, headerBytes);
  const sections: Section[] = [];
  while (!reader.done) sections.push({ id: reader.u8(), content: reader.take(reader.u32()) });
  return sections;
}

/** Size limits of the memories, as they are encoded: flags, least and most pages. */
function limitsOf(memories: Uint8Array): Uint8Array[] {
  const reader = new ByteReader(memories);
  return reader.vector(() => {
    const start = reader.at;
    if (reader.u8() !== 1) throw new Error('A memory of the meter has a maximum.');
    reader.u32();
    reader.u32();
    return memories.subarray(start, reader.at);
  });
}

function importSection(known: Section | undefined, limits: readonly Uint8Array[]): ByteWriter {
  const reader = new ByteReader(known?.content ?? Uint8Array.of(0));
  const count = reader.u32();
  const out = new ByteWriter().u32(count + limits.length).raw(reader.take(reader.end - reader.at));
  // Imported memories come first in their index space, and here they are all that there are: no index changes.
  [meterExports.memory, meterExports.access].slice(0, limits.length).forEach((name, index) => {
    out.name(meterImports.meter).name(name).u8(exportKinds.memory);
    out.raw(limits[index] ?? new Uint8Array());
  });
  return out;
}

/** The same module, which imports what it defined: `meterExports.memory` and `meterExports.access` of `meterImports.meter`. */
export function importMemories(bytes: Uint8Array): Uint8Array {
  const sections = sectionsOf(bytes);
  const memories = sections.find(({ id }) => id === sectionIds.memory);
  if (!memories) return bytes;
  const imports = importSection(
    sections.find(({ id }) => id === sectionIds.import),
    limitsOf(memories.content),
  );
  const out = new ByteWriter().raw(bytes.subarray(0, headerBytes));
  for (const { id, content } of sections) {
    if (id === sectionIds.memory || id === sectionIds.import) continue;
    out.section(id, new ByteWriter().raw(content));
    if (id === sectionIds.type) out.section(sectionIds.import, imports);
  }
  return out.bytes().slice();
}
