// The memory of the second opinion: loads, stores, bulk instructions, and what stands around them (steps, and what may be touched).
import { access, bitsOfFloat, floatOf, i64, NaiveTrap, toI32, trapUnless, u64, type Value } from './arithmetic';
import { NaiveModule } from './module';

const readBit = 1;
const writeBit = 2;
const aboveStackPointerBit = 4;

/** What stands around a program: the devices that it imports, the interrupt, and what it may touch. */
export interface NaiveHost {
  /** Answers an imported function. */
  device?(name: string, args: readonly Value[]): Value | undefined;
  /** Called before the access whose number is `strikeAt`. */
  strike?(): void;
  /** One byte of bits for each byte of memory; none: everything may be touched. */
  readonly access?: Uint8Array;
  /** Where the stack is empty; else what the first global holds when a call begins. */
  readonly stackTop?: number;
  /** Bytes of stack that the program may use. */
  readonly stackBytes?: number;
  /** Calls that may be open at once. */
  readonly mostCalls?: number;
}

/** A byte was touched that may not be. */
export class NaiveBadAccess extends NaiveTrap {
  constructor(
    readonly address: number,
    readonly writes: boolean,
  ) {
    super('bad access');
  }
}

export abstract class NaiveMemory extends NaiveModule {
  /** Accesses so far; the caller sets both. */
  steps = 0;
  strikeAt = -1;
  protected readonly stack: Value[] = [];
  /** Where the instruction that runs begins. */
  protected begun = 0;
  /** The bits of a NaN that the instruction before `at` made of bits; whoever looks right there sees them. */
  private fresh = { at: -1, bits: 0n };

  constructor(
    bytes: Uint8Array,
    protected readonly host: NaiveHost,
  ) {
    super(bytes);
  }

  protected override madeFloat(bits: bigint, isNarrow: boolean): number {
    const value = floatOf(bits, isNarrow);
    if (Number.isNaN(value)) this.fresh = { at: this.at, bits };
    return value;
  }

  protected shownBits(value: number, isNarrow: boolean): bigint {
    return Number.isNaN(value) && this.fresh.at === this.begun ? this.fresh.bits : bitsOfFloat(value, isNarrow);
  }

  protected abstract spend(units: number): void;

  protected pop(): Value {
    const value = this.stack.pop();
    if (value === undefined) throw new Error('The naive interpreter lost its stack.');
    return value;
  }

  protected popNumber(): number {
    return Number(this.pop());
  }

  protected memoryInstruction(opcode: number): void {
    if (opcode >= 0x3f) {
      this.u8();
      if (opcode === 0x40) this.pop();
      this.stack.push(opcode === 0x40 ? -1 : this.memory.byteLength / 65536);
      return;
    }
    this.number();
    const offset = this.number();
    this.countStep();
    const { size, signed } = access(opcode);
    const value = opcode >= 0x36 ? this.pop() : 0;
    const address = (this.popNumber() >>> 0) + offset;
    trapUnless(address + size <= this.memory.byteLength, 'memory access out of bounds');
    this.look(address, size, opcode >= 0x36);
    if (opcode >= 0x36) this.store(opcode, size, address, value);
    else this.stack.push(this.read(opcode, size, signed, address));
  }

  /** `memory.copy` (10) and `memory.fill` (11). */
  protected bulk(second: number): void {
    this.countStep();
    const length = this.popNumber() >>> 0;
    const source = this.popNumber();
    const target = this.popNumber() >>> 0;
    const memory = new Uint8Array(this.memory.buffer);
    this.at += second === 10 ? 2 : 1;
    this.spend(Math.floor(length / 4));
    if (second === 10) this.look(source >>> 0, length, false);
    this.look(target, length, true);
    trapUnless(
      target + length <= memory.length && (second === 11 || (source >>> 0) + length <= memory.length),
      'memory access out of bounds',
    );
    if (second === 10) memory.copyWithin(target, source >>> 0, (source >>> 0) + length);
    else memory.fill(source, target, target + length);
  }

  private countStep(): void {
    if (this.steps === this.strikeAt) {
      const back = this.at;
      this.host.strike?.();
      this.at = back;
    }
    this.steps++;
  }

  /** Leaves ranges that are not all inside of the memory to whoever traps for that. */
  private look(start: number, length: number, writes: boolean): void {
    const { access } = this.host;
    if (!access || start + length > access.length) return;
    const stackPointer = Number(this.globals[0] ?? 0) >>> 0;
    for (let address = start; address < start + length; address++) {
      const bits = access[address] ?? 0;
      const isBelow = (bits & aboveStackPointerBit) !== 0 && address < stackPointer;
      if ((bits & (writes ? writeBit : readBit)) === 0 || isBelow) throw new NaiveBadAccess(address, writes);
    }
  }

  private read(opcode: number, size: number, signed: boolean, address: number): Value {
    let value = 0n;
    for (let i = 0; i < size; i++) value |= BigInt(this.memory.getUint8(address + i)) << BigInt(8 * i);
    if (opcode === 0x2a || opcode === 0x2b) return this.madeFloat(value, opcode === 0x2a);
    if (signed) value = BigInt.asIntN(8 * size, value);
    const isWide = opcode === 0x29 || opcode >= 0x30;
    return isWide ? i64(value) : toI32(value);
  }

  private store(opcode: number, size: number, address: number, value: Value): void {
    const isFloat = opcode === 0x38 || opcode === 0x39;
    const bits = isFloat ? this.shownBits(Number(value), opcode === 0x38) : u64(value);
    for (let i = 0; i < size; i++) this.memory.setUint8(address + i, Number((bits >> BigInt(8 * i)) & 255n));
  }
}
