// Puts a module together from a few parts, for specs of the meter.
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';
import { exportKinds, sectionIds, valueTypes, type ExportEntry, type FunctionType } from '../wasm/module';

export interface Parts {
  readonly types: readonly FunctionType[];
  readonly imports?: readonly { readonly module?: string; readonly name: string; readonly type: number }[];
  /** Exported as `f0`, `f1` and so on; `code` has no last `end`. */
  readonly functions: readonly {
    readonly type: number;
    readonly locals?: readonly { readonly count: number; readonly type: number }[];
    readonly code: readonly number[] | Uint8Array;
  }[];
  /** Initial value of the stack pointer, the first global. */
  readonly stackTop?: number;
  readonly moreGlobals?: number;
  /** Functions in the table, from its second entry on. */
  readonly table?: readonly number[];
  readonly moreExports?: readonly ExportEntry[];
  readonly pages?: number;
  readonly data?: readonly { readonly address: number; readonly bytes: readonly number[] }[];
  /** Sections that are put in as they are, behind all others. */
  readonly extra?: readonly { readonly id: number; readonly bytes: readonly number[] }[];
}

function list<Item>(items: readonly Item[], write: (out: ByteWriter, item: Item, index: number) => void): ByteWriter {
  const out = new ByteWriter().u32(items.length);
  items.forEach((item, index) => write(out, item, index));
  return out;
}

function codeSection(functions: Parts['functions']): ByteWriter {
  return list(functions, (out, { locals = [], code }) => {
    const body = list(locals, (part, { count, type }) => part.u32(count).u8(type));
    body.raw(Uint8Array.from(code)).u8(opcodes.end);
    out.u32(body.length).raw(body.bytes());
  });
}

function globalSection({ stackTop = 1024, moreGlobals = 0 }: Parts): ByteWriter {
  const initial = [stackTop, ...Array.from({ length: moreGlobals }, () => 0)];
  return list(initial, (out, value) => out.u8(valueTypes.i32, 1, opcodes.i32Const).signed(value).u8(opcodes.end));
}

/** A module with one memory; well-formed or not is up to the parts. */
export function assemble(parts: Parts): Uint8Array {
  const { types, imports = [], functions, table, moreExports = [], pages = 1, data = [], extra = [] } = parts;
  const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const values = (section: ByteWriter, codes: readonly number[]): void => {
    section.u32(codes.length);
    for (const code of codes) section.u8(code);
  };
  out.section(
    sectionIds.type,
    list(types, (section, { params, results }) => {
      values(section.u8(0x60), params);
      values(section, results);
    }),
  );
  if (imports.length > 0)
    out.section(
      sectionIds.import,
      list(imports, (section, { module = 'env', name, type }) =>
        section.name(module).name(name).u8(exportKinds.function).u32(type),
      ),
    );
  out.section(
    sectionIds.function,
    list(functions, (section, { type }) => section.u32(type)),
  );
  if (table) out.section(sectionIds.table, new ByteWriter().u8(1, 0x70, 0).u32(table.length + 1));
  out.section(sectionIds.memory, new ByteWriter().u8(1, 0).u32(pages));
  out.section(sectionIds.global, globalSection(parts));
  out.section(
    sectionIds.export,
    list(
      [
        ...functions.map((_, i) => ({ name: `f${i}`, kind: exportKinds.function, index: imports.length + i })),
        ...moreExports,
      ],
      (section, { name, kind, index }) => section.name(name).u8(kind).u32(index),
    ),
  );
  if (table) {
    const elements = new ByteWriter().u8(1, 0, opcodes.i32Const, 1, opcodes.end);
    out.section(sectionIds.element, elements.raw(list(table, (section, index) => section.u32(index)).bytes()));
  }
  out.section(sectionIds.code, codeSection(functions));
  if (data.length > 0)
    out.section(
      sectionIds.data,
      list(data, (section, { address, bytes }) => {
        section.u8(0, opcodes.i32Const).signed(address).u8(opcodes.end).u32(bytes.length);
        section.raw(Uint8Array.from(bytes));
      }),
    );
  for (const { id, bytes } of extra) out.section(id, new ByteWriter().raw(Uint8Array.from(bytes)));
  return out.bytes().slice();
}
