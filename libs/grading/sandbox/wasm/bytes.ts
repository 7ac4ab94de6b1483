// Reads and writes the primitive encodings of the WebAssembly binary format (core specification 5.2: LEB128 integers, names, vectors).

/** The bytes are not the module that they claim to be, or use something that programs here may not use. */
export class ModuleError extends Error {}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export class ByteReader {
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (end > bytes.length) throw new ModuleError('The module ends in the middle of something.');
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  u8(): number {
    if (this.at >= this.end) throw new ModuleError('The module ends in the middle of something.');
    return this.bytes[this.at++] ?? 0;
  }

  skip(count: number): void {
    if (count < 0 || count > this.end - this.at) throw new ModuleError('The module ends in the middle of something.');
    this.at += count;
  }

  /** Unsigned 32-bit LEB128. */
  u32(): number {
    let result = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      result += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (result > 0xffffffff) break;
        return result;
      }
    }
    throw new ModuleError('An integer is longer than 32 bits.');
  }

  /** Signed 32-bit LEB128. */
  s32(): number {
    return Number(BigInt.asIntN(32, this.s64()));
  }

  /** Signed LEB128 of up to 64 bits. */
  s64(): bigint {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.u8();
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80)
        return byte & 0x40 ? BigInt.asIntN(64, result - (1n << (shift + 7n))) : BigInt.asIntN(64, result);
    }
    throw new ModuleError('An integer is longer than 64 bits.');
  }

  f32(): number {
    this.skip(4);
    return this.view.getFloat32(this.at - 4, true);
  }

  f64(): number {
    this.skip(8);
    return this.view.getFloat64(this.at - 8, true);
  }

  take(count: number): Uint8Array {
    this.skip(count);
    return this.bytes.subarray(this.at - count, this.at);
  }

  name(): string {
    const bytes = this.take(this.u32());
    try {
      return decoder.decode(bytes);
    } catch {
      throw new ModuleError('A name is not text.');
    }
  }

  /** A vector: its length, then that many items. */
  vector<Item>(item: () => Item): Item[] {
    const count = this.u32();
    if (count < 0 || count > this.end - this.at) throw new ModuleError('A list is longer than the module.');
    return Array.from({ length: count }, item);
  }
}

export class ByteWriter {
  private buffer = new Uint8Array(1024);
  length = 0;

  private room(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + count));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }

  u8(...values: number[]): this {
    this.room(values.length);
    for (const value of values) this.buffer[this.length++] = value;
    return this;
  }

  u32(value: number): this {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.u8((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return this.u8(rest);
  }

  signed(value: bigint | number): this {
    let rest = BigInt(value);
    for (;;) {
      const byte = Number(rest & 0x7fn);
      rest >>= 7n;
      if ((rest === 0n && byte < 0x40) || (rest === -1n && byte >= 0x40)) return this.u8(byte);
      this.u8(byte | 0x80);
    }
  }

  raw(bytes: Uint8Array): this {
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  name(text: string): this {
    const bytes = encoder.encode(text);
    return this.u32(bytes.length).raw(bytes);
  }

  /** A section: id, size, content. */
  section(id: number, content: ByteWriter): this {
    return this.u8(id).u32(content.length).raw(content.bytes());
  }

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }
}

/** Bytes of the shortest unsigned LEB128 of a value. */
export function unsignedLength(value: number): number {
  let length = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) length++;
  return length;
}

/** Bytes of the shortest signed LEB128 of a value. */
export function signedLength(value: bigint): number {
  let length = 1;
  for (let rest = value; rest < -64n || rest > 63n; rest >>= 7n) length++;
  return length;
}
