// The memory that checks pass to a program: each piece apart from the next, with exact ends.
import { type TargetProgram } from './target-program';
import { unwrittenByte } from './untouched';
import { count } from './words';

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
  /** Writes as the check, whether or not the program may write there. */
  set(content: Content, offset?: number): void;
}

export interface Kind {
  readonly isConstant: boolean;
  readonly name: string;
}

const alignment = 16;

export function toBytes(content: Content): Uint8Array {
  if (ArrayBuffer.isView(content)) return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  return Uint8Array.from(content);
}

export class Buffers {
  private next: number;

  /** @param passed told what a check puts into memory */
  constructor(
    private readonly program: TargetProgram,
    private readonly passed: (bytes: Uint8Array) => void,
  ) {
    this.next = program.room.start;
  }

  /** After the program got a fresh memory: the buffers are gone with the old one. */
  clear(): void {
    this.next = this.program.room.start;
  }

  /** A buffer of `length` bytes, each of them `fill`. */
  filled(length: number, fill: number, kind: Kind): CheckBuffer {
    if (!Number.isInteger(length) || length < 0)
      throw new RangeError(`a buffer needs a whole number of bytes, not ${length}`);
    return this.place(length, fill, kind);
  }

  withContent(content: Content, kind: Kind): CheckBuffer {
    const bytes = toBytes(content);
    this.passed(bytes);
    return this.place(bytes.length, bytes, kind);
  }

  /** A buffer that nothing has written yet. */
  unwritten(length: number, kind: Kind): CheckBuffer {
    return this.filled(length, unwrittenByte, kind);
  }

  private place(length: number, content: Uint8Array | number, kind: Kind): CheckBuffer {
    const { room, gapBytes } = this.program;
    const address = Math.ceil((this.next + gapBytes) / alignment) * alignment;
    const end = address + length + gapBytes;
    if (end > room.end)
      throw new RangeError(
        `the buffers need more than the ${count(room.end - room.start)} bytes that there are for them`,
      );
    this.program.place({ address, length, ...kind }, content);
    this.next = end;
    return this.handle(address, length);
  }

  private handle(address: number, length: number): CheckBuffer {
    const copy = (): ArrayBuffer => this.program.read(address, length);
    const whole = (size: number): ArrayBuffer => this.program.read(address, Math.floor(length / size) * size);
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
          throw new RangeError(`${bytes.length} bytes at ${offset} do not fit in a buffer of ${length}`);
        this.passed(bytes);
        this.program.write(address + offset, bytes);
      },
    };
  }
}
