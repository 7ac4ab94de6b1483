// What stands around a metered program: devices, interrupts, and the map of what it may touch.
import { valueTypes } from '../wasm/module';
import { assemble, type Parts } from './assemble';
import { accessBits, faultCodes, meterExports } from './meter-exports';
import { meterModule, type MeterOptions } from './metering';
import { NaiveInstance } from './naive/interpreter';

const { i32, f32, v128 } = valueTypes;
const endless = 1_000_000n;
const stackTop = 1024;
type Native = (...args: number[]) => number;

class Running {
  readonly exports: WebAssembly.Instance['exports'];

  constructor(
    parts: Parts,
    options: Partial<MeterOptions> = {},
    devices: Record<string, (...args: never[]) => unknown> = {},
    strike: () => void = () => undefined,
  ) {
    const { bytes } = meterModule(assemble({ stackTop, ...parts }), {
      exports: parts.functions.map((_, i) => `f${i}`),
      harnessExports: [],
      stackBytes: stackTop,
      stackTop,
      memoryPages: 1,
      simd: false,
      ...options,
    });
    this.exports = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
      device: devices,
      bringup: { strike },
    }).exports;
    this.global(meterExports.units).value = endless;
    this.access?.fill(accessBits.read | accessBits.write | accessBits.aboveStackPointer, 0, stackTop);
    this.access?.fill(accessBits.read | accessBits.write, stackTop);
  }

  global(name: string): WebAssembly.Global {
    return this.exports[name] as WebAssembly.Global;
  }

  value(name: string): number {
    return Number(this.global(name).value);
  }

  get access(): Uint8Array | null {
    const memory = this.exports[meterExports.access] as WebAssembly.Memory | undefined;
    return memory ? new Uint8Array(memory.buffer) : null;
  }

  get memory(): Uint8Array {
    return new Uint8Array((this.exports[meterExports.memory] as WebAssembly.Memory).buffer);
  }

  call(name: string, ...args: number[]): number {
    return (this.exports[name] as Native)(...args);
  }

  get units(): number {
    return Number(endless) - this.value(meterExports.units);
  }

  /** Fault code and address of a call that must trap. */
  fault(name: string, ...args: number[]): [number, number] {
    this.global(meterExports.fault).value = 0;
    expect(() => this.call(name, ...args)).toThrow(WebAssembly.RuntimeError);
    return [this.value(meterExports.fault), this.value(meterExports.faultBytes)];
  }
}

const unary = { params: [i32], results: [i32] };

describe('devices', () => {
  // f0(x) = device(x) + 1; f1(x) = f2(x) + 1 = f0(x) + 2 with f2 through the table; f3 calls the device through the table.
  const parts: Parts = {
    types: [unary],
    imports: [{ name: 'twice', type: 0 }],
    table: [1, 3, 0],
    functions: [
      { type: 0, code: [0x20, 0, 0x10, 0, 0x41, 1, 0x6a] },
      { type: 0, code: [0x20, 0, 0x41, 2, 0x11, 0, 0, 0x41, 1, 0x6a] },
      { type: 0, code: [0x20, 0, 0x10, 1, 0x41, 1, 0x6a] },
      { type: 0, code: [0x20, 0, 0x41, 3, 0x11, 0, 0] },
    ],
  };
  const devices = [{ name: 'twice', params: ['i32'], results: ['i32'] }] as const;

  it('are called directly and through the table, and counted as calls', () => {
    const running = new Running(parts, { devices }, { twice: (x: number) => 2 * x });
    expect([running.call('f0', 5), running.units]).toEqual([11, 4]);
    expect([running.call('f3', 5), running.units]).toEqual([10, 4 + 3]);
    expect(running.value(meterExports.depthPeak)).toBe(1);
    expect([running.call('f1', 5), running.units]).toEqual([13, 7 + 5 + 4 + 4]);
    expect(running.value(meterExports.depthPeak)).toBe(3);
    expect(running.value(meterExports.depth)).toBe(0);
  });

  it('may call back: units, depth and stack go on', () => {
    const depths: number[] = [];
    const running = new Running(
      parts,
      { devices },
      {
        twice: (x: number): number => {
          depths.push(running.value(meterExports.depth));
          return x === 0 ? 0 : running.call('f1', x - 1);
        },
      },
    );
    // Each round is f1, f2, f0 and the device; the first begins at f0.
    expect(running.call('f0', 2)).toBe(1 + 3 + 3);
    expect(depths).toEqual([1, 4, 7]);
    expect(running.value(meterExports.depthPeak)).toBe(7);
    expect(running.value(meterExports.depth)).toBe(0);
    expect(running.units).toBe(3 * 4 + 2 * (5 + 4));
  });

  it('what a device throws comes out as it was thrown, with the units known', () => {
    const thrown = new Error('of the author');
    const running = new Running(
      parts,
      { devices },
      {
        twice: () => {
          throw thrown;
        },
      },
    );
    expect(() => running.call('f2', 5)).toThrow(thrown);
    expect(running.units).toBe(8);
  });

  it('a call back that uses the units up stops the program that called', () => {
    const loop: Parts = {
      types: [unary],
      imports: [{ name: 'twice', type: 0 }],
      functions: [
        { type: 0, code: [0x03, 0x40, 0x20, 0, 0x10, 0, 0x1a, 0x0c, 0, 0x0b, 0x00] },
        { type: 0, code: [0x20, 0] },
      ],
    };
    const running = new Running(loop, { devices }, { twice: (x: number) => running.call('f1', x) });
    expect(running.fault('f0', 1)[0]).toBe(faultCodes.unitsSpent);
  });
});

describe('steps', () => {
  // f0(x): stores x at 2000, adds 1 to it there, fills 4 bytes at 3000, and gives back what is at 2000.
  const store = [0x36, 2, 0];
  const at = [0x41, 0xd0, 0x0f];
  const parts: Parts = {
    types: [unary],
    functions: [
      {
        type: 0,
        code: [
          ...[...at, 0x20, 0, ...store, ...at, ...at, 0x28, 2, 0, 0x41, 1, 0x6a, ...store],
          ...[0x41, 0xb8, 0x17, 0x41, 7, 0x41, 4, 0xfc, 0x0b, 0, ...at, 0x28, 2, 0],
        ],
      },
      { type: 0, code: [...at, ...at, 0x28, 2, 0, 0x41, 10, 0x6c, ...store, 0x20, 0] },
    ],
  };

  // Three for the first store, six for the second, four for the fill and one for its four bytes, two for the last load.
  const unitsOfF0 = 16;

  it.each([
    [-1, 6],
    // Before the first store nothing of the handler's is left.
    [0, 6],
    [1, 51],
    // Between the load and the store: the handler's write is lost.
    [2, 6],
    [3, 60],
    [4, 60],
    [5, 6],
  ])('a strike before step %i gives %i', (step, expected) => {
    let strikes = 0;
    const running = new Running(parts, { countsSteps: true }, {}, () => {
      strikes++;
      const steps = running.value(meterExports.steps);
      expect(steps).toBe(step);
      expect(running.value(meterExports.depth)).toBe(1);
      running.global(meterExports.strikeAt).value = -1;
      running.call('f1', 0);
      running.global(meterExports.steps).value = steps;
    });
    expect(running.value(meterExports.strikeAt)).toBe(-1);
    running.global(meterExports.strikeAt).value = step;
    expect(running.call('f0', 5)).toBe(expected);
    expect(running.value(meterExports.steps)).toBe(5);
    expect(strikes).toBe(step >= 0 && step < 5 ? 1 : 0);
    expect(running.units).toBe(unitsOfF0 + 7 * strikes);
    expect(running.value(meterExports.depthPeak)).toBe(1 + strikes);
  });

  it('units are the same without', () => {
    const running = new Running(parts);
    expect([running.call('f0', 5), running.units]).toEqual([6, unitsOfF0]);
    expect(new NaiveInstance(assemble({ stackTop, ...parts })).call('f0', [5])).toMatchObject({ units: unitsOfF0 });
    expect(running.exports[meterExports.steps]).toBeUndefined();
  });
});

describe('guarded modules', () => {
  const scalar = (opcode: number, offset: number[] = [0]): Parts['functions'][number] => ({
    type: 0,
    code: [0x20, 0, opcode, 0, ...offset, 0x1a, 0x41, 0],
  });
  const simd = (second: number, lane: number[] = []): Parts['functions'][number] => ({
    type: 0,
    locals: [{ count: 1, type: v128 }],
    code: [0x20, 0, ...(second >= 84 && second < 92 ? [0x20, 1] : []), 0xfd, second, 0, 0, ...lane, 0x1a, 0x41, 0],
  });
  const store = (opcode: number, value: number[]): Parts['functions'][number] => ({
    type: 0,
    code: [0x20, 0, ...value, opcode, 0, 0, 0x41, 0],
  });
  const at = 3000;

  it.each<[string, Parts['functions'][number], number, boolean]>([
    ['i32.load8_s', scalar(0x2c), 1, false],
    ['i32.load16_u', scalar(0x2f), 2, false],
    ['i32.load', scalar(0x28), 4, false],
    ['f32.load', scalar(0x2a), 4, false],
    ['i64.load', scalar(0x29), 8, false],
    ['f64.load', scalar(0x2b), 8, false],
    ['i64.load8_u', scalar(0x31), 1, false],
    ['i64.load32_s', scalar(0x34), 4, false],
    ['v128.load', simd(0), 16, false],
    ['v128.load16x4_u', simd(4), 8, false],
    ['v128.load8_splat', simd(7), 1, false],
    ['v128.load64_splat', simd(10), 8, false],
    ['v128.load32_zero', simd(92), 4, false],
    ['v128.load16_lane', simd(85, [3]), 2, false],
    ['i32.store8', store(0x3a, [0x41, 1]), 1, true],
    ['i32.store', store(0x36, [0x41, 1]), 4, true],
    ['i64.store', store(0x37, [0x42, 1]), 8, true],
    ['i64.store16', store(0x3d, [0x42, 1]), 2, true],
    ['f32.store', store(0x38, [0x43, 0, 0, 0, 0]), 4, true],
    ['f64.store', store(0x39, [0x44, 0, 0, 0, 0, 0, 0, 0, 0]), 8, true],
  ])('%s looks at each of its bytes', (_, body, bytes, writes) => {
    const running = new Running({ types: [unary], functions: [body] }, { isGuarded: true, simd: true });
    const { access } = running;
    if (!access) throw new Error('There is no map.');
    const bit = writes ? accessBits.write : accessBits.read;
    expect(running.call('f0', at)).toBe(0);
    for (let i = 0; i < bytes; i++) {
      access[at + i] = 3 & ~bit;
      expect(running.fault('f0', at)).toEqual([writes ? faultCodes.badWrite : faultCodes.badRead, at + i]);
      // What only the other needs is no obstacle.
      access[at + i] = bit;
      expect(running.call('f0', at)).toBe(0);
      access[at + i] = 3;
    }
    access[at - 1] = access[at + bytes] = 0;
    expect(running.call('f0', at)).toBe(0);
    // Outside of the memory WebAssembly itself traps, also where address and offset overflow.
    expect(running.fault('f0', 65_536 - bytes + 1)[0]).toBe(faultCodes.none);
    expect(running.fault('f0', -1)[0]).toBe(faultCodes.none);
  });

  it('adds offsets without overflow', () => {
    const running = new Running(
      { types: [unary], functions: [scalar(0x28, [0xff, 0xff, 0xff, 0xff, 0x0f]), scalar(0x28, [0x80, 0x10])] },
      { isGuarded: true },
    );
    expect(running.fault('f0', 4001)[0]).toBe(faultCodes.none);
    running.access?.fill(0, 5000, 5001);
    expect(running.fault('f1', 5000 - 2048 - 3)).toEqual([faultCodes.badRead, 5000]);
    expect(running.call('f1', 5000 - 2048 - 4)).toBe(0);
  });

  it('lets the stack be touched from the stack pointer on', () => {
    // f0(x): takes 64 bytes of stack and loads at x, then gives them back.
    const move = (opcode: number): number[] => [0x23, 0, 0x41, 0xc0, 0, opcode, 0x24, 0];
    const running = new Running(
      { types: [unary], functions: [{ type: 0, code: [...move(0x6b), 0x20, 0, 0x28, 2, 0, ...move(0x6a)] }] },
      { isGuarded: true },
    );
    expect(running.call('f0', stackTop - 64)).toBe(0);
    expect(running.call('f0', stackTop - 4)).toBe(0);
    expect(running.call('f0', stackTop - 2)).toBe(0);
    running.global(meterExports.stackPointer).value = stackTop;
    expect(running.fault('f0', stackTop - 65)).toEqual([faultCodes.badRead, stackTop - 65]);
    running.global(meterExports.stackPointer).value = stackTop;
    expect(running.fault('f0', 0)).toEqual([faultCodes.badRead, 0]);
  });

  it.each([
    ['memory.copy', [0xfc, 0x0a, 0, 0]],
    ['memory.fill', [0xfc, 0x0b, 0]],
  ])('%s looks at all of its range before it begins', (name, bulk) => {
    const takesThree = { params: [i32, i32, i32], results: [] };
    const code = [0x20, 0, 0x20, 1, 0x20, 2, ...bulk];
    const running = new Running({ types: [takesThree], functions: [{ type: 0, code }] }, { isGuarded: true });
    const { access, memory } = running;
    if (!access) throw new Error('There is no map.');
    memory.fill(9, 3000, 3100);
    for (const gap of [0, 1, 7, 8, 50, 96, 99]) {
      access[4000 + gap] = accessBits.read;
      expect(running.fault('f0', 4000, 3000, 100)).toEqual([faultCodes.badWrite, 4000 + gap]);
      expect(memory.subarray(4000, 4100).every((byte) => byte === 0)).toBe(true);
      access[4000 + gap] = 3;
      access[3000 + gap] = accessBits.write;
      if (name === 'memory.copy')
        expect(running.fault('f0', 4000, 3000, 100)).toEqual([faultCodes.badRead, 3000 + gap]);
      access[3000 + gap] = 3;
    }
    access[3999] = access[4100] = 0;
    running.call('f0', 4000, 3000, 100);
    expect(running.fault('f0', 65_500, 3000, 100)[0]).toBe(faultCodes.none);
    // So long a range is charged before it is looked at.
    expect(running.fault('f0', 3000, 3000, -1)[0]).toBe(faultCodes.unitsSpent);
    running.global(meterExports.units).value = 2n ** 31n;
    expect(running.fault('f0', 3000, 3000, -1)[0]).toBe(faultCodes.none);
    if (name === 'memory.copy') expect(running.fault('f0', 3000, -1, 100)[0]).toBe(faultCodes.none);
    running.call('f0', 65_536, 0, 0);
  });

  it('count the same units as unguarded ones', () => {
    const parts: Parts = {
      types: [{ params: [i32, f32], results: [i32] }],
      functions: [{ type: 0, code: [0x20, 0, 0x20, 1, 0x38, 2, 0, 0x20, 0, 0x28, 2, 0] }],
    };
    for (const isGuarded of [false, true]) {
      const running = new Running(parts, { isGuarded });
      expect([running.call('f0', 3000, 1), running.units]).toEqual([0x3f800000, 5]);
    }
  });
});
