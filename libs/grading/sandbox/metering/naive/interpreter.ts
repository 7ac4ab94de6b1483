// A second opinion on the meter: runs a module instruction by instruction and counts, sharing no code with the rewriter.
// It covers what tests and the benchmark need of it: integers, floats, memory, calls, structured control; no SIMD.

import {
  floatUnary,
  i64,
  NaiveTrap,
  saturating,
  toI32,
  trapUnless,
  twoOperands,
  u64,
  unary,
  type Value,
} from './arithmetic';
import { type NaiveHost, NaiveMemory } from './memory';
import { type NaiveFunction } from './module';

export { NaiveTrap };
export { NaiveBadAccess, type NaiveHost } from './memory';

/** What a call came to, and what it cost. */
export interface NaiveOutcome {
  readonly results: readonly (number | bigint)[];
  readonly units: number;
  readonly callDepthPeak: number;
  readonly stackPeakBytes: number;
}

interface Label {
  readonly isLoop: boolean;
  /** Where a branch continues. */
  readonly target: number;
  readonly height: number;
  readonly arity: number;
}

/** Opcodes that cost nothing: unreachable, nop, block, loop, else, end, return, drop. */
const free = new Set([0x00, 0x01, 0x02, 0x03, 0x05, 0x0b, 0x0f, 0x1a]);

/** One instance of a module; memory and globals last from call to call. */
export class NaiveInstance extends NaiveMemory {
  private units = 0;
  private depth = 0;
  private depthPeak = 0;
  private lowestStack = 0;

  constructor(
    bytes: Uint8Array,
    private readonly unitLimit = 10_000_000,
    host: NaiveHost = {},
  ) {
    super(bytes, host);
  }

  /** Calls an export. @throws NaiveTrap */
  call(name: string, args: readonly Value[]): NaiveOutcome {
    const index = this.exports.get(name);
    if (index === undefined) throw new NaiveTrap(`no export ${name}`);
    const stackTop = this.host.stackTop ?? Number(this.globals[0] ?? 0);
    this.lowestStack = stackTop;
    this.units = this.depth = this.depthPeak = 0;
    this.stack.length = 0;
    this.stack.push(...args);
    this.invoke(index);
    return {
      results: [...this.stack],
      units: this.units,
      callDepthPeak: this.depthPeak,
      stackPeakBytes: stackTop - this.lowestStack,
    };
  }

  /** Calls an export from inside of a device or a strike: units and depth go on. @throws NaiveTrap */
  callBack(name: string, args: readonly Value[]): readonly Value[] {
    const index = this.exports.get(name);
    if (index === undefined) throw new NaiveTrap(`no export ${name}`);
    const height = this.stack.length;
    this.stack.push(...args);
    this.invoke(index);
    return this.stack.splice(height);
  }

  /** Units so far, also after a trap. */
  get unitsSpent(): number {
    return this.units;
  }

  private invoke(index: number): void {
    const imported = this.imports[index];
    if (imported) {
      const result = this.host.device?.(imported.name, this.stack.splice(this.stack.length - imported.params));
      if (imported.results > 0) this.stack.push(result ?? 0);
      return;
    }
    const body = this.functions[index - this.imports.length];
    if (!body) throw new NaiveTrap('no such function');
    const back = this.at;
    this.depthPeak = Math.max(this.depthPeak, ++this.depth);
    trapUnless(this.depth <= (this.host.mostCalls ?? 3000), 'calls too deep');
    const locals: Value[] = this.stack.splice(this.stack.length - body.params, body.params);
    for (const type of body.localTypes) locals.push(type === 0x7e ? 0n : 0);
    const labels: Label[] = [{ isLoop: false, target: body.end, height: this.stack.length, arity: body.results }];
    this.at = body.start;
    while (this.at < body.end) this.step(locals, labels, body);
    this.depth--;
    this.at = back;
  }

  /** Position after the `end` that closes the construct whose inside starts here, or after its `else`. */
  private skip(stopAtElse: boolean): { position: number; isElse: boolean } {
    const back = this.at;
    for (let depth = 0; ;) {
      const opcode = this.u8();
      if (opcode >= 0x02 && opcode <= 0x04) depth++;
      if (opcode === 0x0b && depth-- === 0) break;
      if (opcode === 0x05 && depth === 0 && stopAtElse) {
        const position = this.at;
        this.at = back;
        return { position, isElse: true };
      }
      this.skipImmediates(opcode);
    }
    const position = this.at;
    this.at = back;
    return { position, isElse: false };
  }

  private skipImmediates(opcode: number): void {
    if (
      (opcode >= 0x02 && opcode <= 0x04) ||
      opcode === 0x0c ||
      opcode === 0x0d ||
      opcode === 0x10 ||
      (opcode >= 0x20 && opcode <= 0x24) ||
      opcode === 0x41 ||
      opcode === 0x42
    )
      this.leb(true);
    else if (opcode === 0x11 || (opcode >= 0x28 && opcode <= 0x3e)) {
      this.leb(false);
      this.leb(false);
    } else if (opcode === 0x0e) {
      this.times(() => this.leb(false));
      this.leb(false);
    } else if (opcode === 0x1c) this.times(() => this.u8());
    else if (opcode === 0x43) this.at += 4;
    else if (opcode === 0x44) this.at += 8;
    else if (opcode === 0x3f || opcode === 0x40) this.at++;
    else if (opcode === 0xfc) {
      const second = this.number();
      this.at += second === 10 ? 2 : second === 11 ? 1 : 0;
    }
  }

  private enterBlock(opcode: number, labels: Label[]): void {
    const start = this.at;
    const type = this.leb(true);
    const signature =
      type >= 0n
        ? (this.types[Number(type)] ?? { params: 0, results: 0 })
        : { params: 0, results: type === -64n ? 0 : 1 };
    const condition = opcode === 0x04 ? this.popNumber() : 1;
    const { position } = this.skip(false);
    const height = this.stack.length - signature.params;
    labels.push({
      isLoop: opcode === 0x03,
      target: opcode === 0x03 ? start - 1 : position,
      height,
      arity: opcode === 0x03 ? signature.params : signature.results,
    });
    if (condition !== 0) return;
    const otherwise = this.skip(true);
    this.at = otherwise.position;
    if (!otherwise.isElse) labels.pop();
  }

  private branch(depth: number, labels: Label[]): void {
    const label = labels[labels.length - 1 - depth];
    if (!label) throw new Error('A branch leads nowhere.');
    const kept = this.stack.splice(this.stack.length - label.arity, label.arity);
    this.stack.length = label.height;
    this.stack.push(...kept);
    labels.length -= depth + 1;
    this.at = label.target;
    // A branch to a loop enters it anew at its opcode, which costs nothing.
  }

  private step(locals: Value[], labels: Label[], body: NaiveFunction): void {
    this.begun = this.at;
    const opcode = this.u8();
    this.spend(free.has(opcode) ? 0 : 1);
    if (opcode <= 0x11) this.control(opcode, labels, body);
    else if (opcode <= 0x24) this.variable(opcode, locals);
    else if (opcode <= 0x40) this.memoryInstruction(opcode);
    else if (opcode === 0xfc) this.prefixed();
    else this.numeric(opcode);
  }

  private control(opcode: number, labels: Label[], body: NaiveFunction): void {
    if (opcode === 0x00) throw new NaiveTrap('unreachable');
    if (opcode >= 0x02 && opcode <= 0x04) this.enterBlock(opcode, labels);
    else if (opcode === 0x05) {
      this.at = labels[labels.length - 1]?.target ?? body.end;
      labels.pop();
    } else if (opcode === 0x0b) labels.pop();
    else if (opcode === 0x0c) this.branch(this.number(), labels);
    else if (opcode === 0x0d) {
      const depth = this.number();
      if (this.popNumber() !== 0) this.branch(depth, labels);
    } else if (opcode === 0x0e) {
      const depths: number[] = [];
      this.times(() => depths.push(this.number()));
      const fallback = this.number();
      this.branch(depths[this.popNumber() >>> 0] ?? fallback, labels);
    } else if (opcode === 0x0f) this.branch(labels.length - 1, labels);
    else if (opcode === 0x10) this.invoke(this.number());
    else if (opcode === 0x11) this.callIndirect();
  }

  private moveStack(stackPointer: number): void {
    this.lowestStack = Math.min(this.lowestStack, stackPointer);
    const { stackTop, stackBytes } = this.host;
    if (stackTop === undefined || stackBytes === undefined) return;
    trapUnless((stackTop - stackPointer) >>> 0 <= stackBytes, 'stack overflow');
  }

  protected spend(units: number): void {
    this.units += units;
    trapUnless(this.units <= this.unitLimit, 'units spent');
  }

  private callIndirect(): void {
    const type = this.number();
    this.number();
    const target = this.table[this.popNumber() >>> 0];
    if (target === undefined || target < 0) throw new NaiveTrap('table index is out of bounds');
    trapUnless(this.types[this.functionTypes[target] ?? -1]?.key === this.types[type]?.key, 'signature mismatch');
    this.invoke(target);
  }

  private variable(opcode: number, locals: Value[]): void {
    if (opcode === 0x1a) this.pop();
    else if (opcode === 0x1b) {
      const condition = this.popNumber();
      const second = this.pop();
      if (condition === 0) {
        this.pop();
        this.stack.push(second);
      }
    } else if (opcode === 0x1c) {
      this.times(() => this.u8());
      this.variable(0x1b, locals);
    } else {
      const index = this.number();
      if (opcode === 0x20) this.stack.push(locals[index] ?? 0);
      else if (opcode === 0x21) locals[index] = this.pop();
      else if (opcode === 0x22) locals[index] = this.stack[this.stack.length - 1] ?? 0;
      else if (opcode === 0x23) this.stack.push(this.globals[index] ?? 0);
      else {
        this.globals[index] = this.pop();
        if (index === 0) this.moveStack(Number(this.globals[0]));
      }
    }
  }

  private prefixed(): void {
    const second = this.number();
    const convert = saturating[second];
    if (convert) this.stack.push(convert(this.popNumber()));
    else this.bulk(second);
  }

  private numeric(opcode: number): void {
    const two = twoOperands(opcode);
    if (opcode === 0x41) this.stack.push(toI32(this.leb(true)));
    else if (opcode === 0x42) this.stack.push(i64(this.leb(true)));
    else if (opcode === 0x43 || opcode === 0x44) this.stack.push(this.float(opcode === 0x43));
    else if (two) {
      const b = this.pop();
      const a = this.pop();
      this.stack.push(two(a as never, this.signed(opcode, b) as never));
    } else if (opcode >= 0x8b && opcode <= 0x91)
      this.stack.push(Math.fround(floatUnary[opcode - 0x8b]?.(this.popNumber()) ?? 0));
    else if (opcode >= 0x99 && opcode <= 0x9f) this.stack.push(floatUnary[opcode - 0x99]?.(this.popNumber()) ?? 0);
    else if (opcode >= 0xbc && opcode <= 0xbf) this.stack.push(this.reinterpret(opcode, this.pop()));
    else this.convert(opcode);
  }

  /** `copysign` looks at the sign of its second operand, and a NaN has one. */
  private signed(opcode: number, operand: Value): Value {
    if ((opcode !== 0x98 && opcode !== 0xa6) || !Number.isNaN(operand)) return operand;
    const isNegative = this.shownBits(Number(operand), opcode === 0x98) >> (opcode === 0x98 ? 31n : 63n) === 1n;
    return isNegative ? -1 : 1;
  }

  private reinterpret(opcode: number, value: Value): Value {
    if (opcode === 0xbc) return toI32(this.shownBits(Number(value), true));
    if (opcode === 0xbd) return i64(this.shownBits(Number(value), false));
    return this.madeFloat(opcode === 0xbe ? BigInt(Number(value) >>> 0) : u64(value), opcode === 0xbe);
  }

  private convert(opcode: number): void {
    const convert = unary[opcode];
    if (!convert) throw new Error(`The naive interpreter lacks 0x${opcode.toString(16)}.`);
    this.stack.push(convert(this.pop() as never));
  }
}
