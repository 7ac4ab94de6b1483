// One function body at random, by recursive descent: each statement leaves the operand stack as it found it, each value adds one.
import { type Random } from '../../../domain/random';
import { ByteWriter } from '../../wasm/bytes';
import { type FunctionType, valueTypes } from '../../wasm/module';
import { accessOf, operatorsOf } from './operators';
import { type KnownFunction, type ProgramFrame } from './program-frame';

const { i32, i64, f32, f64 } = valueTypes;
const numbers = [i32, i64, f32, f64];
const mostCounters = 4;
const emptyBlock = 0x40;

/** Types that a branch to a label carries. */
type Label = readonly number[];

export class BodyMaker {
  private readonly out = new ByteWriter();
  private readonly params: readonly number[];
  private readonly results: readonly number[];
  /** Parameters, then four of each type, then counters of loops, then the frame's base. */
  private readonly locals: number[];
  private readonly firstCounter: number;
  private readonly base: number;
  private readonly frameBytes: number;
  private readonly recurses: boolean;
  private budget: number;
  private openCounters = 0;

  constructor(
    private readonly random: Random,
    private readonly frame: ProgramFrame,
    private readonly index: number,
  ) {
    const own = frame.functions[index] ?? { params: [], results: [] };
    this.params = own.params;
    this.results = own.results;
    this.firstCounter = own.params.length + 2 * numbers.length;
    this.base = this.firstCounter + mostCounters;
    this.locals = [...own.params, ...numbers, ...numbers];
    const isSmall = random.integer(0, 2) === 0;
    this.budget = isSmall ? random.integer(0, 4) : random.integer(5, 40);
    this.frameBytes = random.integer(0, 1) === 0 ? 16 * random.integer(1, 6) : 0;
    this.recurses = !isSmall && own.params[0] === i32 && random.integer(0, 3) === 0;
  }

  make(): Uint8Array {
    const groups = [...numbers, ...numbers].map((type) => [1, type] as const);
    const all = new ByteWriter().u32(groups.length + 1);
    for (const [count, type] of groups) all.u32(count).u8(type);
    all.u32(mostCounters + 1).u8(i32);
    if (this.frameBytes > 0) {
      this.out.u8(0x23, 0, 0x41).signed(this.frameBytes).u8(0x6b, 0x22).u32(this.base).u8(0x24, 0);
    }
    this.sequence([], 3);
    this.leave();
    all.raw(this.out.u8(0x0b).bytes());
    return new ByteWriter().u32(all.length).raw(all.bytes()).bytes();
  }

  /** Gives the frame back and leaves the results on the stack. */
  private leave(): void {
    for (const type of this.results) this.value(type, 2);
    if (this.frameBytes > 0) this.out.u8(0x20).u32(this.base).u8(0x41).signed(this.frameBytes).u8(0x6a, 0x24, 0);
  }

  private localOf(type: number, forWriting = false): number {
    // The first parameter counts a recursion down.
    const first = forWriting && this.recurses ? 1 : 0;
    const fitting = [...this.locals.keys()].filter((index) => index >= first && this.locals[index] === type);
    return this.random.pick(fitting);
  }

  private constant(type: number): void {
    const { out, random } = this;
    const near = random.integer(-4, 4);
    const isNear = random.integer(0, 1) === 0;
    if (type === i32) out.u8(0x41).signed(isNear ? near : random.integer(-(2 ** 31), 2 ** 31 - 1));
    else if (type === i64)
      out.u8(0x42).signed(isNear ? near : BigInt(random.integer(-(2 ** 31), 2 ** 31 - 1)) * 0x9e3779b9n);
    else {
      const bytes = new DataView(new ArrayBuffer(type === f32 ? 4 : 8));
      const value = isNear ? near : random.pick([0.5, -1.25, 1e9, -3e18, 1e-40, 2 ** 31, Infinity, -0, 1e30]);
      if (type === f32) bytes.setFloat32(0, value, true);
      else bytes.setFloat64(0, value, true);
      out.u8(type === f32 ? 0x43 : 0x44).raw(new Uint8Array(bytes.buffer));
    }
  }

  /** Leaves one value of the type. */
  value(type: number, depth: number): void {
    const { out, random } = this;
    const kind = depth <= 0 ? random.integer(0, 2) : random.integer(0, 12);
    if (kind === 0) this.constant(type);
    else if (kind === 1) out.u8(0x20).u32(this.localOf(type));
    else if (kind === 2) this.globalOrLocal(type);
    else if (kind <= 4) this.load(type, depth - 1);
    else if (kind <= 8) this.operator(type, depth - 1);
    else if (kind === 9) this.select(type, depth - 1);
    else if (kind === 10) this.callValue(type, depth - 1);
    else if (kind === 11) this.valueOfCondition(type, depth - 1);
    else this.valueOfBlock(type, depth - 1);
  }

  private globalOrLocal(type: number): void {
    const index = this.frame.globals.indexOf(type, type === i32 ? this.random.integer(0, 1) : 0);
    this.out.u8(0x23).u32(Math.max(0, index));
  }

  private operator(type: number, depth: number): void {
    const { operands, opcode } = this.random.pick(operatorsOf(type));
    for (const operand of operands) this.value(operand, depth);
    if (opcode > 0xff) this.out.u8(opcode >> 8, opcode & 0xff);
    else this.out.u8(opcode);
    // The bits of a NaN that an integer became are those of the integer; the interpreter does not keep them.
    if (opcode === 0xbe || opcode === 0xbf) this.out.u8(opcode === 0xbe ? 0x8b : 0x99);
  }

  private select(type: number, depth: number): void {
    this.value(type, depth);
    this.value(type, depth);
    this.value(i32, depth);
    if (this.random.integer(0, 1) === 0) this.out.u8(0x1b);
    else this.out.u8(0x1c, 1, type);
  }

  private valueOfCondition(type: number, depth: number): void {
    this.value(i32, depth);
    this.out.u8(0x04, type);
    this.value(type, depth);
    this.out.u8(0x05);
    this.value(type, depth);
    this.out.u8(0x0b);
  }

  private valueOfBlock(type: number, depth: number): void {
    this.out.u8(0x02, type);
    this.value(type, depth);
    this.value(i32, depth);
    this.out.u8(0x0d, 0, 0x0b);
  }

  /** Leaves an address: of the own frame, near, or anywhere; returns an offset for it. */
  private address(depth: number): number {
    const { out, random } = this;
    const kind = random.integer(0, 40);
    if (kind < 14 && this.frameBytes > 0) {
      out.u8(0x20).u32(this.base);
      return random.integer(0, this.frameBytes - 1);
    }
    this.value(i32, depth);
    if (kind === 40) return random.pick([0, 65_536, 0xfffffff0, 0x7fffffff]);
    out
      .u8(0x41)
      .signed(kind === 39 ? 0x1ffff : 0xfff)
      .u8(0x71);
    return random.integer(0, 64);
  }

  private load(type: number, depth: number): void {
    const { opcode } = this.random.pick(accessOf(type, false));
    const offset = this.address(depth);
    this.out.u8(opcode, 0).u32(offset);
    if (type === f32 || type === f64) this.out.u8(type === f32 ? 0x8c : 0x9a);
  }

  private store(depth: number): void {
    const type = this.random.pick(numbers);
    const { opcode } = this.random.pick(accessOf(type, true));
    const offset = this.address(depth);
    this.value(type, depth);
    this.out.u8(opcode, 0).u32(offset);
  }

  private bulk(depth: number): void {
    const isCopy = this.random.integer(0, 1) === 0;
    const mask = this.random.integer(0, 9) === 0 ? 0x1ffff : 0xfff;
    for (const most of [mask, isCopy ? mask : 255, 63]) {
      this.value(i32, depth);
      this.out.u8(0x41).signed(most).u8(0x71);
    }
    if (isCopy) this.out.u8(0xfc, 0x0a, 0, 0);
    else this.out.u8(0xfc, 0x0b, 0);
  }

  /** Pushes the arguments and calls a device or a later function, directly or through the table. */
  private call(callee: KnownFunction, index: number, depth: number): void {
    const { out, random } = this;
    for (const type of callee.params) this.value(type, depth);
    if (random.integer(0, 2) > 0) {
      out.u8(0x10).u32(index);
      return;
    }
    const wrong = random.integer(0, 30) === 0;
    const slot = wrong ? random.pick([0, this.frame.functions.length + 1]) : index + 1;
    out.u8(0x41).signed(slot).u8(0x11).u32(callee.typeIndex).u8(0);
  }

  private callees(): [KnownFunction, number][] {
    return this.frame.functions
      .map((known, index): [KnownFunction, number] => [known, index])
      .filter(([{ isDevice }, index]) => isDevice || index > this.index);
  }

  private callValue(type: number, depth: number): void {
    const fitting = this.callees().filter(([{ results }]) => results.length === 1 && results[0] === type);
    if (fitting.length === 0) {
      this.constant(type);
      return;
    }
    const [callee, index] = this.random.pick(fitting);
    this.call(callee, index, depth);
  }

  private callStatement(depth: number): void {
    const callees = this.callees();
    if (callees.length === 0) return;
    const [callee, index] = this.random.pick(callees);
    this.call(callee, index, depth);
    this.take(callee.results);
  }

  private take(results: readonly number[]): void {
    for (const type of [...results].reverse()) {
      if (this.random.integer(0, 2) === 0) this.out.u8(0x1a);
      else this.out.u8(0x21).u32(this.localOf(type, true));
    }
  }

  private recurse(): void {
    if (!this.recurses) return;
    const { out } = this;
    out.u8(0x20, 0, 0x41, 3, 0x71, 0x04, emptyBlock);
    out.u8(0x20, 0, 0x41, 3, 0x71, 0x41, 1, 0x6b);
    for (const type of this.params.slice(1)) this.value(type, 1);
    out.u8(0x10).u32(this.index);
    this.take(this.results);
    out.u8(0x0b);
  }

  private sequence(labels: readonly Label[], depth: number): void {
    const count = this.random.integer(1, 4);
    for (let i = 0; i < count; i++) this.statement(labels, depth);
  }

  private statement(labels: readonly Label[], depth: number): void {
    const { out, random } = this;
    if (this.budget-- < 0) return;
    const kind = depth <= 0 ? random.integer(0, 8) : random.integer(0, 19);
    if (kind <= 1) this.setLocal();
    else if (kind <= 4) this.store(1);
    else if (kind === 5) this.setGlobal();
    else if (kind === 6) this.callStatement(1);
    else if (kind === 7) this.branch(labels, 0x0d);
    else if (kind === 8) this.bulk(1);
    else if (kind === 9) this.block(labels, depth);
    else if (kind <= 11) this.condition(labels, depth);
    else if (kind <= 13) this.loop(labels, depth);
    else if (kind === 14) this.table(labels);
    else if (kind === 15) this.leaveWhen(labels);
    else if (kind === 16) this.recurse();
    else if (kind === 17) out.u8(0x3f, 0, 0x1a);
    else if (kind === 18) out.u8(0x41, 1, 0x40, 0, 0x1a);
    else if (random.integer(0, 9) === 0) this.allocate();
  }

  private setLocal(): void {
    const type = this.random.pick(numbers);
    this.value(type, 3);
    const isTee = this.random.integer(0, 3) === 0;
    this.out.u8(isTee ? 0x22 : 0x21).u32(this.localOf(type, true));
    if (isTee) this.out.u8(0x1a);
  }

  private setGlobal(): void {
    const index = this.random.integer(1, this.frame.globals.length - 1);
    this.value(this.frame.globals[index] ?? i32, 2);
    this.out.u8(0x24).u32(index);
  }

  /** More of the stack, as an array of variable length takes it; nobody gives it back. */
  private allocate(): void {
    this.out.u8(0x23, 0, 0x41, 16, 0x6b, 0x24, 0);
  }

  private block(labels: readonly Label[], depth: number): void {
    const types = this.frame.types;
    const index = this.random.integer(0, types.length - 1);
    const type: FunctionType | undefined = this.random.integer(0, 2) === 0 ? types[index] : undefined;
    for (const param of type?.params ?? []) this.value(param, 1);
    if (type) this.out.u8(0x02).signed(index);
    else this.out.u8(0x02, emptyBlock);
    this.take(type?.params ?? []);
    this.sequence([...labels, type?.results ?? []], depth - 1);
    for (const result of type?.results ?? []) this.value(result, 1);
    this.out.u8(0x0b);
    this.take(type?.results ?? []);
  }

  private condition(labels: readonly Label[], depth: number): void {
    this.value(i32, 2);
    this.out.u8(0x04, emptyBlock);
    this.sequence([...labels, []], depth - 1);
    if (this.random.integer(0, 1) === 0) {
      this.out.u8(0x05);
      this.sequence([...labels, []], depth - 1);
    }
    this.out.u8(0x0b);
  }

  /** Any branch to the loop's head passes its countdown, which leaves the surrounding block at zero. */
  private loop(labels: readonly Label[], depth: number): void {
    if (this.openCounters >= mostCounters) return;
    const counter = this.firstCounter + this.openCounters++;
    this.out.u8(0x41).signed(this.random.integer(1, 6)).u8(0x21).u32(counter);
    this.out.u8(0x02, emptyBlock, 0x03, emptyBlock);
    this.out.u8(0x20).u32(counter).u8(0x41, 1, 0x6b, 0x22).u32(counter).u8(0x45, 0x0d, 1);
    this.sequence([...labels, [], []], depth - 1);
    if (this.random.integer(0, 1) === 0) this.out.u8(0x0c, 0);
    this.out.u8(0x0b, 0x0b);
    this.openCounters--;
  }

  private pickLabel(labels: readonly Label[]): { depth: number; types: Label } | null {
    if (labels.length === 0) return null;
    const depth = this.random.integer(0, labels.length - 1);
    return { depth, types: labels[labels.length - 1 - depth] ?? [] };
  }

  /** `br_if`; what it carries stays when it does not branch. */
  private branch(labels: readonly Label[], opcode: number): void {
    const label = this.pickLabel(labels);
    if (!label) return;
    for (const type of label.types) this.value(type, 1);
    this.value(i32, 2);
    this.out.u8(opcode).u32(label.depth);
    this.take(label.types);
  }

  private leaveWhen(labels: readonly Label[]): void {
    this.value(i32, 2);
    this.out.u8(0x04, emptyBlock);
    const label = this.random.integer(0, 1) === 0 ? this.pickLabel(labels) : null;
    if (label) {
      for (const type of label.types) this.value(type, 1);
      this.out.u8(0x0c).u32(label.depth + 1);
    } else {
      this.leave();
      this.out.u8(0x0f);
    }
    this.out.u8(0x0b);
  }

  private table(labels: readonly Label[]): void {
    const empty = [...labels.keys()].filter((depth) => labels[labels.length - 1 - depth]?.length === 0);
    if (empty.length === 0) return;
    const label = (): number => this.random.pick(empty) + 1;
    this.out.u8(0x02, emptyBlock);
    this.value(i32, 1);
    this.out.u8(0x41, 3, 0x71, 0x0e, 2).u32(label()).u32(0).u32(label()).u8(0x0b);
  }
}
