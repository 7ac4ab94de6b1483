// The memory that checks pass to a program: buffers with guard bytes on both sides, placed after the program's own memory.
import { ProgramFault, unwrittenByte, type Program } from './program';

const guardBytes = 32;
const guardByte = 0xc3;

/** Bytes as numbers, or the bytes of any typed array. */
export type Content = readonly number[] | ArrayBufferView;

/** What a check holds of a buffer; views are copies, so that a check never changes memory by accident. */
export interface CheckBuffer {
  readonly address: number;
  readonly length: number;
  bytes(): Uint8Array;
  int8(): Int8Array;
  int16(): Int16Array;
  int32(): Int32Array;
  float32(): Float32Array;
  set(content: Content, offset?: number): void;
}

function toBytes(content: Content): Uint8Array {
  if (ArrayBuffer.isView(content)) return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  return Uint8Array.from(content);
}

export class Buffers {
  private readonly placed: { address: number; length: number }[] = [];
  private next: number;

  constructor(private readonly program: Program) {
    this.next = program.layout.buffersStart;
  }

  /** After the program got a fresh memory: the buffers are gone with the old one. */
  clear(): void {
    this.placed.length = 0;
    this.next = this.program.layout.buffersStart;
  }

  place(length: number, fill: number): CheckBuffer {
    if (!Number.isInteger(length) || length < 0)
      throw new RangeError(`A buffer needs a whole number of bytes, not ${length}.`);
    const address = Math.ceil((this.next + guardBytes) / 16) * 16;
    const end = address + length + guardBytes;
    if (end > this.program.layout.memoryBytes)
      throw new RangeError('The buffers of this check need more memory than there is; use fewer or smaller ones.');
    const memory = new Uint8Array(this.program.memory);
    memory.fill(guardByte, address - guardBytes, address);
    memory.fill(fill, address, address + length);
    memory.fill(guardByte, address + length, end);
    this.placed.push({ address, length });
    this.next = end;
    return this.handle(address, length);
  }

  withContent(content: Content): CheckBuffer {
    const bytes = toBytes(content);
    const buffer = this.place(bytes.length, unwrittenByte);
    buffer.set(bytes);
    return buffer;
  }

  private handle(address: number, length: number): CheckBuffer {
    const copy = (): ArrayBuffer => this.program.memory.slice(address, address + length);
    const whole = (size: number): ArrayBuffer => copy().slice(0, Math.floor(length / size) * size);
    return {
      address,
      length,
      bytes: () => new Uint8Array(copy()),
      int8: () => new Int8Array(copy()),
      int16: () => new Int16Array(whole(2)),
      int32: () => new Int32Array(whole(4)),
      float32: () => new Float32Array(whole(4)),
      set: (content, offset = 0) => {
        const bytes = toBytes(content);
        if (offset < 0 || offset + bytes.length > length)
          throw new RangeError(`${bytes.length} bytes at ${offset} do not fit in a buffer of ${length}.`);
        new Uint8Array(this.program.memory).set(bytes, address + offset);
      },
    };
  }

  /** @throws ProgramFault that says which byte outside of a buffer was written. */
  inspect(): void {
    const memory = new Uint8Array(this.program.memory);
    for (const { address, length } of this.placed) {
      for (let i = guardBytes; i >= 1; i--) {
        if (memory[address - i] !== guardByte)
          throw new ProgramFault('runtime-error', outside(i, 'before the start', length));
      }
      for (let i = 0; i < guardBytes; i++) {
        if (memory[address + length + i] !== guardByte)
          throw new ProgramFault('runtime-error', outside(i + 1, 'past the end', length));
      }
    }
  }
}

function outside(distance: number, side: string, length: number): string {
  return `A byte was written outside of a buffer of ${length} bytes: ${distance} ${distance === 1 ? 'byte' : 'bytes'} ${side} (offset ${side === 'past the end' ? length + distance - 1 : -distance}).`;
}
