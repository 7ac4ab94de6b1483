// Makes small WebAssembly modules of random structure, for comparing the meter with an independent count.
import { type Random } from '../../domain/random';
import { ByteWriter } from '../wasm/bytes';

const i32 = 0x7f;
const functions = 5;
const locals = 4;
/** Parameters and plain locals hold values; the last ones count down the rounds of loops, so that every program ends. */
const counters = 6;

export interface ModuleTraits {
  /** All calls are direct and the table holds `f0` alone: the others can be reached from the inside only. */
  readonly isDirect: boolean;
  /** Some addresses lie outside of the memory. */
  readonly isWild: boolean;
  /** What the first global starts with; the value of the stack's top makes it the stack pointer. */
  readonly firstGlobal: number;
}

const plainTraits: ModuleTraits = { isDirect: false, isWild: false, firstGlobal: 7 };

/** Builds one function body by recursive descent; each piece of code leaves the operand stack as it found it. */
class BodyMaker {
  private readonly out = new ByteWriter();
  private openCounters = 0;
  private budget = 60;

  constructor(
    private readonly random: Random,
    private readonly index: number,
    private readonly traits: ModuleTraits,
  ) {}

  make(): Uint8Array {
    this.out
      .u32(1)
      .u32(locals + counters)
      .u8(i32);
    this.sequence([], 4);
    this.value(3);
    this.out.u8(0x0b);
    return new ByteWriter().u32(this.out.length).raw(this.out.bytes()).bytes();
  }

  /** Leaves one i32 on the stack. */
  private value(depth: number): void {
    const { out, random } = this;
    const kind = depth <= 0 ? random.integer(0, 1) : random.integer(0, 8);
    if (kind === 0) out.u8(0x41).signed(random.integer(-100000, 100000));
    else if (kind === 1) out.u8(0x20).u32(random.integer(0, 1 + locals));
    else if (kind === 2) out.u8(0x23).u32(0);
    else if (kind === 3) {
      this.address(depth - 1);
      out.u8(random.pick([0x28, 0x2c, 0x2d, 0x2e, 0x2f]), 0).u32(random.integer(0, 64));
    } else if (kind === 4 && this.index < functions - 1) this.callValue(depth);
    else if (kind === 5) {
      this.value(depth - 1);
      out.u8(random.pick([0x45, 0x67, 0x68, 0x69, 0xc0, 0xc1]));
    } else if (kind === 6) this.selectValue(depth);
    else {
      this.value(depth - 1);
      this.value(depth - 1);
      out.u8(
        random.pick([0x46, 0x48, 0x49, 0x4a, 0x4f, 0x6a, 0x6b, 0x6c, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78]),
      );
    }
  }

  private address(depth: number): void {
    this.value(depth);
    this.out
      .u8(0x41)
      .signed(this.traits.isWild ? 0x11fff : 0xfff)
      .u8(0x71);
  }

  private selectValue(depth: number): void {
    this.value(depth - 1);
    this.value(depth - 1);
    this.value(depth - 1);
    this.out.u8(0x1b);
  }

  private callValue(depth: number): void {
    this.value(depth - 1);
    this.value(depth - 1);
    const target = this.random.integer(this.index + 1, functions - 1);
    if (this.random.integer(0, 2) > 0 || this.traits.isDirect) this.out.u8(0x10).u32(target);
    else this.out.u8(0x41).signed(target).u8(0x11, 0, 0);
  }

  /** `labels` says of each open construct, innermost last, whether it is a loop; index 0 is the outermost inside the function. */
  private sequence(labels: readonly boolean[], depth: number): void {
    const count = this.random.integer(1, 4);
    for (let i = 0; i < count; i++) this.statement(labels, depth);
  }

  private statement(labels: readonly boolean[], depth: number): void {
    const { out, random } = this;
    if (this.budget-- < 0) return;
    const kind = depth <= 0 ? random.integer(0, 3) : random.integer(0, 11);
    if (kind <= 1) {
      this.value(2);
      out.u8(random.integer(0, 3) === 0 ? 0x22 : 0x21).u32(random.integer(0, 1 + locals));
      if (out.bytes()[out.length - 2] === 0x22) out.u8(0x1a);
    } else if (kind === 2) {
      this.address(1);
      this.value(2);
      out.u8(random.pick([0x36, 0x3a, 0x3b]), 0).u32(random.integer(0, 64));
    } else if (kind === 3) {
      this.value(1);
      out.u8(0x24).u32(0);
    } else if (kind === 4) this.construct(0x02, labels, depth);
    else if (kind === 5 || kind === 6) this.conditional(labels, depth);
    else if (kind === 7 || kind === 8) this.loop(labels, depth);
    else if (kind === 9) this.branchIf(labels);
    else if (kind === 10) this.leaveWhen(labels);
    else this.table(labels);
  }

  private construct(opcode: number, labels: readonly boolean[], depth: number): void {
    this.out.u8(opcode, 0x40);
    this.sequence([...labels, false], depth - 1);
    this.out.u8(0x0b);
  }

  private conditional(labels: readonly boolean[], depth: number): void {
    this.value(2);
    this.out.u8(0x04, 0x40);
    this.sequence([...labels, false], depth - 1);
    if (this.random.integer(0, 1) === 0) {
      this.out.u8(0x05);
      this.sequence([...labels, false], depth - 1);
    }
    this.out.u8(0x0b);
  }

  /** Any branch to the loop's head passes its countdown, which leaves the surrounding block at zero. */
  private loop(labels: readonly boolean[], depth: number): void {
    if (this.openCounters >= counters) return;
    const counter = 2 + locals + this.openCounters++;
    this.out.u8(0x41).signed(this.random.integer(1, 6)).u8(0x21).u32(counter);
    this.out.u8(0x02, 0x40, 0x03, 0x40);
    this.out.u8(0x20).u32(counter).u8(0x41, 1, 0x6b, 0x22).u32(counter).u8(0x45, 0x0d, 1);
    this.sequence([...labels, false, true], depth - 1);
    if (this.random.integer(0, 1) === 0) this.out.u8(0x0c, 0);
    this.out.u8(0x0b, 0x0b);
    this.openCounters--;
  }

  private branchIf(labels: readonly boolean[]): void {
    if (labels.length === 0) return;
    this.value(2);
    this.out.u8(0x0d).u32(this.random.integer(0, labels.length - 1));
  }

  private leaveWhen(labels: readonly boolean[]): void {
    this.value(2);
    this.out.u8(0x04, 0x40);
    if (labels.length > 0 && this.random.integer(0, 1) === 0)
      this.out.u8(0x0c).u32(this.random.integer(1, labels.length));
    else {
      this.value(1);
      this.out.u8(0x0f);
    }
    this.out.u8(0x0b);
  }

  private table(labels: readonly boolean[]): void {
    if (labels.length === 0) return;
    const label = (): number => this.random.integer(0, labels.length - 1);
    this.out.u8(0x02, 0x40);
    this.value(1);
    this.out
      .u8(0x41, 3, 0x71, 0x0e, 2)
      .u32(label() + 1)
      .u32(0)
      .u32(label() + 1)
      .u8(0x0b);
  }
}

/** A module with five functions `f0` to `f4` of type (i32, i32) -> i32, each calling only later ones, and memory of one page. */
export function randomModule(random: Random, traits = plainTraits): Uint8Array {
  const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  out.section(1, new ByteWriter().u8(1, 0x60, 2, i32, i32, 1, i32));
  const types = new ByteWriter().u32(functions);
  for (let i = 0; i < functions; i++) types.u32(0);
  out.section(3, types);
  out.section(4, new ByteWriter().u8(1, 0x70, 0).u32(functions));
  out.section(5, new ByteWriter().u8(1, 0, 1));
  out.section(6, new ByteWriter().u8(1, i32, 1, 0x41).signed(traits.firstGlobal).u8(0x0b));
  const exported = new ByteWriter().u32(functions);
  for (let i = 0; i < functions; i++) exported.name(`f${i}`).u8(0).u32(i);
  out.section(7, exported);
  const tabled = traits.isDirect ? 1 : functions;
  const elements = new ByteWriter().u8(1, 0, 0x41, 0, 0x0b).u32(tabled);
  for (let i = 0; i < tabled; i++) elements.u32(i);
  out.section(9, elements);
  const code = new ByteWriter().u32(functions);
  for (let i = 0; i < functions; i++) code.raw(new BodyMaker(random, i, traits).make());
  out.section(10, code);
  return out.bytes().slice();
}
