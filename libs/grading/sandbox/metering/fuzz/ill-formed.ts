// Breaks a module: flips bits, overwrites and splices bytes and instructions; sizes may be put right again, so that the break lies deeper.
import { type Random } from '../../../domain/random';
import { ByteReader, ByteWriter } from '../../wasm/bytes';
import { sectionIds } from '../../wasm/module';

/** Beginnings of instructions, known ones and ones that are refused. */
const snippets: readonly (readonly number[])[] = [
  ...[[0x00], [0x01], [0x02, 0x40], [0x03, 0x40], [0x04, 0x40], [0x05], [0x0b], [0x0c, 0], [0x0c, 1], [0x0c, 5]],
  ...[[0x0d, 2], [0x0e, 0, 0], [0x0f], [0x10, 0], [0x10, 99], [0x11, 0, 0], [0x11, 1, 1], [0x12, 0], [0x13, 0, 0]],
  ...[[0x1a], [0x1b], [0x1c, 1, 0x7f], [0x1c, 1, 0x70], [0x20, 0], [0x21, 0], [0x22, 0], [0x20, 200, 1]],
  ...[
    [0x23, 0],
    [0x24, 0],
    [0x23, 5],
    [0x24, 5],
    [0x24, 6],
    [0x24, 7],
    [0x25, 0],
    [0x26, 0],
  ],
  ...[
    [0x28, 2, 0],
    [0x28, 0x42, 1, 0],
    [0x28, 9, 0],
    [0x36, 2, 0],
    [0x3f, 0],
    [0x40, 0],
    [0x3f, 1],
    [0x40, 0x80, 0],
  ],
  ...[
    [0x41, 0],
    [0x41, 1],
    [0x42, 0],
    [0x43, 0, 0, 0, 0],
    [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  ...[[0x6a], [0x7c], [0xa8], [0xc4], [0xc5], [0xd0, 0x70], [0xd1], [0xd2, 0], [0x06, 0x40], [0x07, 0], [0x08, 0]],
  ...[[0x14, 0], [0x15, 0], [0x18, 0], [0x19], [0x1f, 0x40, 0], [0xfb, 0, 0], [0xfe, 0, 2, 0], [0xfe, 3, 0]],
  ...[
    [0xfc, 0],
    [0xfc, 8, 0, 0],
    [0xfc, 9, 0],
    [0xfc, 0x0a, 0, 0],
    [0xfc, 0x0a, 1, 0],
    [0xfc, 0x0b, 0],
  ],
  ...[
    [0xfc, 0x0c, 0, 0],
    [0xfc, 0x10, 0],
    [0xfc, 0x8a, 0x80, 0, 0, 0],
    [0xfd, 0, 0, 0],
    [0xfd, 0x0c],
    [0xfd, 0x9a, 1],
  ],
  ...[[0xfd, 0x80, 2], [0xfd, 0x54, 0, 0, 0], [0xff]],
];

interface Section {
  readonly id: number;
  bytes: Uint8Array;
}

function sectionsOf(module: Uint8Array): Section[] {
  const reader = new ByteReader(module, 8);
  const sections: Section[] = [];
  while (!reader.done) {
    const id = reader.u8();
    sections.push({ id, bytes: reader.take(reader.u32()) });
  }
  return sections;
}

function splice(bytes: Uint8Array, at: number, remove: number, insert: readonly number[]): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);
}

function disturb(random: Random, bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = random.integer(0, bytes.length - 1);
  const kind = random.integer(0, 5);
  if (kind === 0) return splice(bytes, at, 1, [(bytes[at] ?? 0) ^ (1 << random.integer(0, 7))]);
  if (kind === 1) return splice(bytes, at, 1, [random.integer(0, 255)]);
  if (kind === 2) return splice(bytes, at, random.integer(1, 3), []);
  if (kind === 3) {
    const snippet = random.pick(snippets);
    return splice(bytes, at, snippet.length, snippet);
  }
  if (kind === 4) return splice(bytes, at, 0, random.pick(snippets));
  const from = random.integer(0, bytes.length - 1);
  return splice(bytes, at, 0, [...bytes.subarray(from, from + random.integer(1, 12))]);
}

/** Disturbs one function's body and writes its size anew. */
function disturbBody(random: Random, code: Uint8Array): Uint8Array {
  const reader = new ByteReader(code);
  const bodies = reader.vector(() => reader.take(reader.u32()));
  const chosen = random.integer(0, bodies.length - 1);
  const out = new ByteWriter().u32(bodies.length);
  bodies.forEach((body, index) => {
    const bytes = index === chosen ? disturb(random, body) : body;
    out.u32(bytes.length).raw(bytes);
  });
  return out.bytes().slice();
}

export function illFormed(random: Random, module: Uint8Array): Uint8Array {
  if (random.integer(0, 19) === 0) return disturb(random, module);
  const sections = sectionsOf(module);
  const times = random.integer(0, 3) === 0 ? 2 : 1;
  for (let i = 0; i < times; i++) {
    // Bodies can be told apart only as long as nothing is broken.
    const inBody = i === 0 && random.integer(0, 3) > 0;
    const section = inBody ? sections.find(({ id }) => id === sectionIds.code) : random.pick(sections);
    if (section) section.bytes = inBody ? disturbBody(random, section.bytes) : disturb(random, section.bytes);
  }
  const out = new ByteWriter().raw(module.subarray(0, 8));
  for (const { id, bytes } of sections) out.u8(id).u32(bytes.length).raw(bytes);
  return out.bytes().slice();
}
