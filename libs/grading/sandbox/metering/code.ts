// Writes the body of one function: instructions, and the locals that they turn out to need.
import { ByteWriter } from '../wasm/bytes';
import { opcodes } from '../wasm/instructions';

const emptyBlock = 0x40;

export const i32 = {
  equalsZero: 0x45,
  equal: 0x46,
  notEqual: 0x47,
  lessUnsigned: 0x49,
  greaterUnsigned: 0x4b,
  greaterOrEqualUnsigned: 0x4f,
  add: 0x6a,
  subtract: 0x6b,
  and: 0x71,
  or: 0x72,
} as const;
export const i64 = {
  equal: 0x51,
  notEqual: 0x52,
  lessSigned: 0x53,
  greaterUnsigned: 0x56,
  greaterOrEqualSigned: 0x59,
  add: 0x7c,
  subtract: 0x7d,
  multiply: 0x7e,
  and: 0x83,
  or: 0x84,
  shiftRightUnsigned: 0x88,
  extendUnsigned: 0xad,
} as const;

export class Code {
  readonly out = new ByteWriter();
  private readonly extraLocals: number[] = [];
  private readonly scratch = new Map<string, number>();

  /** @param firstLocal index of the first local that is added: behind the parameters and the locals that are there */
  constructor(private readonly firstLocal: number) {}

  newLocal(type: number): number {
    this.extraLocals.push(type);
    return this.firstLocal + this.extraLocals.length - 1;
  }

  /** A local for a moment; the same one each time for the same type and use. */
  scratchLocal(type: number, use = ''): number {
    const key = `${type}${use}`;
    const local = this.scratch.get(key) ?? this.newLocal(type);
    this.scratch.set(key, local);
    return local;
  }

  op(opcode: number, index?: number): this {
    this.out.u8(opcode);
    if (index !== undefined) this.out.u32(index);
    return this;
  }

  constant(opcode: number, value: bigint | number): this {
    this.out.u8(opcode).signed(value);
    return this;
  }

  get(local: number): this {
    return this.op(opcodes.localGet, local);
  }

  set(local: number): this {
    return this.op(opcodes.localSet, local);
  }

  /** What is on top of the stack decides whether `then` runs. */
  when(then: () => void): this {
    this.out.u8(opcodes.if, emptyBlock);
    then();
    return this.op(opcodes.end);
  }

  /** Size, locals and instructions; the last `end` is part of the instructions. */
  body(localGroups: readonly { readonly count: number; readonly type: number }[] = []): Uint8Array {
    const all = new ByteWriter().u32(localGroups.length + this.extraLocals.length);
    for (const group of localGroups) all.u32(group.count).u8(group.type);
    for (const type of this.extraLocals) all.u32(1).u8(type);
    all.raw(this.out.bytes());
    return new ByteWriter().u32(all.length).raw(all.bytes()).bytes();
  }
}
