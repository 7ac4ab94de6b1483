// Reads a module for the second opinion on the meter: only the sections that it needs, by code of its own.
import { floatOf, type Value } from './arithmetic';

/** An imported function, which the caller of the interpreter answers. */
export interface NaiveImport {
  readonly name: string;
  readonly params: number;
  readonly results: number;
}

export interface NaiveFunction {
  readonly params: number;
  readonly results: number;
  readonly localTypes: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** A module in its bytes, with its memory and globals as they are at first. */
export class NaiveModule {
  /** Where the next byte is read. */
  protected at = 0;
  protected readonly types: { params: number; results: number; key: string }[] = [];
  protected readonly imports: NaiveImport[] = [];
  /** Those with a body; the index space has the imported ones before them. */
  protected readonly functions: NaiveFunction[] = [];
  protected readonly functionTypes: number[] = [];
  protected readonly globals: Value[] = [];
  protected readonly exports = new Map<string, number>();
  protected readonly table: number[] = [];
  memory = new DataView(new ArrayBuffer(0));

  constructor(protected readonly bytes: Uint8Array) {
    this.load();
  }

  protected u8(): number {
    return this.bytes[this.at++] ?? 0;
  }

  protected leb(signed: boolean): bigint {
    let value = 0n;
    let shift = 0n;
    let byte: number;
    do {
      byte = this.u8();
      value |= BigInt(byte & 127) << shift;
      shift += 7n;
    } while (byte & 128);
    return signed && byte & 64 ? value - (1n << shift) : value;
  }

  protected number(): number {
    return Number(this.leb(false));
  }

  protected times(action: (i: number) => void): void {
    const count = this.number();
    for (let i = 0; i < count; i++) action(i);
  }

  protected float(isNarrow: boolean): number {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at);
    this.at += isNarrow ? 4 : 8;
    return this.madeFloat(isNarrow ? BigInt(view.getUint32(0, true)) : view.getBigUint64(0, true), isNarrow);
  }

  protected madeFloat(bits: bigint, isNarrow: boolean): number {
    return floatOf(bits, isNarrow);
  }

  private constant(): Value {
    const opcode = this.u8();
    let value: Value;
    if (opcode === 0x41) value = Number(this.leb(true));
    else if (opcode === 0x42) value = this.leb(true);
    else value = this.float(opcode === 0x43);
    this.u8();
    return value;
  }

  private load(): void {
    const sections: Record<number, () => void> = {
      1: () => this.times(() => this.loadType()),
      2: () => this.times(() => this.loadImport()),
      3: () => this.times(() => this.functionTypes.push(this.number())),
      5: () => this.times(() => this.loadMemory()),
      6: () =>
        this.times(() => {
          this.at += 2;
          this.globals.push(this.constant());
        }),
      7: () => this.times(() => this.loadExport()),
      9: () => this.times(() => this.loadElements()),
      10: () => this.times((i) => this.loadBody(i)),
      11: () => this.times(() => this.loadData()),
    };
    for (this.at = 8; this.at < this.bytes.length;) {
      const id = this.u8();
      const size = this.number();
      const end = this.at + size;
      sections[id]?.();
      this.at = end;
    }
  }

  private loadType(): void {
    this.u8();
    const start = this.at;
    const params = this.number();
    this.at += params;
    const results = this.number();
    this.at += results;
    this.types.push({ params, results, key: this.bytes.subarray(start, this.at).join() });
  }

  private text(): string {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }

  private loadImport(): void {
    this.text();
    const name = this.text();
    this.u8();
    const type = this.number();
    this.functionTypes.push(type);
    this.imports.push({ name, ...(this.types[type] ?? { params: 0, results: 0 }) });
  }

  private loadMemory(): void {
    const hasMaximum = this.u8() === 1;
    this.memory = new DataView(new ArrayBuffer(this.number() * 65536));
    if (hasMaximum) this.number();
  }

  private loadExport(): void {
    const name = this.text();
    const kind = this.u8();
    const index = this.number();
    if (kind === 0) this.exports.set(name, index);
  }

  private loadElements(): void {
    this.number();
    const offset = Number(this.constant());
    this.times((i) => (this.table[offset + i] = this.number()));
  }

  private loadBody(index: number): void {
    const size = this.number();
    const end = this.at + size;
    const localTypes: number[] = [];
    this.times(() => {
      const count = this.number();
      const type = this.u8();
      for (let i = 0; i < count; i++) localTypes.push(type);
    });
    const type = this.types[this.functionTypes[this.imports.length + index] ?? 0] ?? { params: 0, results: 0 };
    this.functions.push({ ...type, localTypes, start: this.at, end });
    this.at = end;
  }

  private loadData(): void {
    this.number();
    const offset = Number(this.constant());
    const length = this.number();
    new Uint8Array(this.memory.buffer).set(this.bytes.subarray(this.at, this.at + length), offset);
    this.at += length;
  }
}
