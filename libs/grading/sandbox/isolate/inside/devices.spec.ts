// Devices and nested calls, on a small module of ours, in this process: what a handler is asked, what it may do, whose fault is whose.
import { meterModule } from '../../metering/metering';
import { type CheckOutcome } from '../../sandbox';
import { ByteWriter } from '../../wasm/bytes';
import { opcodes } from '../../wasm/instructions';
import { exportKinds, sectionIds, valueTypes } from '../../wasm/module';
import { importMemories } from '../import-memories';
import { runAll } from './run-checks';

/** A text that matches, as a member of an expected object. */
const like = (pattern: RegExp): string => expect.stringMatching(pattern) as string;

const stackBytes = 1024;
const word = 2048;
const devices = [{ name: 'dev', params: ['i32'], results: ['i32'] }] as const;
const functions = ['ask', 'add', 'pass'];
const [load, store, plus] = [0x28, 0x36, 0x6a];

/** `ask(x)` is dev(x) plus the word at `word`, `add(x)` adds to that word and returns it, `pass(x)` is dev(x). */
function linkedModule(): Uint8Array {
  const { i32 } = valueTypes;
  const address = (out: ByteWriter) => out.u8(opcodes.i32Const).signed(word);
  const body = (write: (out: ByteWriter) => void): Uint8Array => {
    const code = new ByteWriter().u32(0);
    write(code);
    code.u8(opcodes.end);
    return new ByteWriter().u32(code.length).raw(code.bytes()).bytes();
  };
  const ask = body((out) => {
    out.u8(opcodes.localGet, 0, opcodes.call, 0);
    address(out).u8(load, 2, 0, plus);
  });
  const add = body((out) => {
    address(address(out)).u8(load, 2, 0, opcodes.localGet, 0, plus, store, 2, 0);
    address(out).u8(load, 2, 0);
  });
  const pass = body((out) => out.u8(opcodes.localGet, 0, opcodes.call, 0));
  const out = new ByteWriter().u8(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  out.section(sectionIds.type, new ByteWriter().u8(1, 0x60, 1, i32, 1, i32));
  out.section(sectionIds.import, new ByteWriter().u8(1).name('env').name('dev').u8(exportKinds.function, 0));
  out.section(sectionIds.function, new ByteWriter().u8(3, 0, 0, 0));
  out.section(sectionIds.memory, new ByteWriter().u8(1, 0, 1));
  out.section(sectionIds.global, new ByteWriter().u8(1, i32, 1, opcodes.i32Const).signed(stackBytes).u8(opcodes.end));
  const exports = new ByteWriter().u8(functions.length);
  functions.forEach((name, index) => exports.name(name).u8(exportKinds.function, index + 1));
  out.section(sectionIds.export, exports);
  out.section(sectionIds.code, new ByteWriter().u8(3).raw(ask).raw(add).raw(pass));
  return out.bytes();
}

const options = { exports: functions, harnessExports: [], stackBytes, stackTop: stackBytes, memoryPages: 1 };
const meter = (isGuarded: boolean) => meterModule(linkedModule(), { ...options, simd: false, devices, isGuarded });
const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const signature = { params: ['i32'], results: ['i32'] };
const layout = {
  ...{ stackBytes, dataStart: stackBytes, dataEnd: 4096, heapStart: 4096, heapBytes: 0, buffersStart: 8192 },
  ...{ memoryBytes: 65_536, callDepthLimit: meter(false).callDepthLimit, devices, interrupts: false },
  readOnly: [{ start: stackBytes, end: stackBytes + 16 }],
  functions: Object.fromEntries(functions.map((name) => [name, signature])),
};

interface T {
  call(name: string, ...args: number[]): number;
  device(name: string, handler: (...args: number[]) => unknown): void;
  peek(address: number, length: number): Uint8Array;
  poke(address: number, bytes: readonly number[]): void;
  constant(bytes: readonly number[], name?: string): { address: number; set(bytes: readonly number[]): void };
  equal(got: unknown, expected: unknown, what: string): void;
}
type Run = (t: T) => void;

function outcomes(runs: readonly Run[], scope: 'visible' | 'all' = 'all', guarded = true): CheckOutcome[] {
  const checks = runs.map((run, i) => ({
    ...{ id: `c${i}`, visible: true, title: '', lesson: '', points: 1, guarded, run },
  }));
  const bytes = { plain: copyOf(meter(false).bytes), guarded: copyOf(importMemories(meter(true).bytes)) };
  const job = { layout, parametersText: '{}', seed: 1, scope, unitLimit: 10_000, source: '', task: null };
  return runAll(WebAssembly, { checks }, bytes, job, () => {});
}
const outcome = (run: Run, guarded = true): CheckOutcome | undefined => outcomes([run], 'all', guarded)[0];

describe.each([
  ['guarded', true],
  ['not guarded', false],
])('a check that is %s', (_, guarded) => {
  it('answers what the program asks, from state that the program cannot reach', () => {
    const asked: number[] = [];
    const run: Run = (t) => {
      t.device('dev', (x) => asked.push(x ?? 0) * 100);
      t.equal(t.call('ask', 7), 100, 'the first answer');
      t.equal(t.call('ask', -8), 200, 'the second answer');
    };
    expect(outcome(run, guarded)).toMatchObject({ passed: true, metrics: { instructions: 10 } });
    expect(asked).toEqual([7, -8]);
  });

  it('calls the program from a handler: memory and units go on, and the call outside sees what it did', () => {
    const run: Run = (t) => {
      t.device('dev', () => t.call('add', 5));
      t.equal(t.call('ask', 1), 10, 'what the handler added, twice');
      t.equal(t.call('add', 0), 5, 'the word');
    };
    expect(outcome(run, guarded)).toMatchObject({
      passed: true,
      metrics: { instructions: 5 + 8 + 8, callDepthPeak: 2 },
    });
  });

  it('lets a device read and write for the program where the program itself may, and nowhere else', () => {
    const run: Run = (t) => {
      t.device('dev', (address) => {
        t.poke(address ?? 0, [t.peek(address ?? 0, 1)[0] ?? 0, 1]);
        return 0;
      });
      t.call('add', 3);
      t.equal(t.call('ask', word), 0x103, 'the word');
      t.call('ask', 70_000);
    };
    expect(outcome(run, guarded)).toMatchObject({
      fault: { status: 'runtime-error' },
      message: like(/gave a device 1 byte from address 0x11170\. The device read outside of the memory/),
    });
    const writes = (address: (t: T) => number): CheckOutcome | undefined =>
      outcome((t) => {
        t.device('dev', (x) => (t.poke(x ?? 0, [1]), 0));
        t.call('ask', address(t));
      }, guarded);
    expect(writes((t) => t.constant([1, 2], 'input').address + 1)?.message).toMatch(
      /The device wrote to byte 1 of input \(a constant of 2 bytes\), which it may only read/,
    );
    expect(writes(() => stackBytes)?.message).toMatch(/wrote to a constant/);
    expect(writes(() => 40_000)?.message).toMatch(/wrote to memory that nobody gave it/);
  });

  it('changes a constant itself', () => {
    const run: Run = (t) => {
      const input = t.constant([1, 2]);
      t.device('dev', () => (input.set([9]), t.peek(input.address, 1)[0]));
      t.equal(t.call('ask', 0), 9, 'the first byte');
    };
    expect(outcome(run, guarded)).toMatchObject({ passed: true });
  });
});

describe('what a handler throws', () => {
  it('is a failed expectation when it is one', () => {
    const run: Run = (t) => {
      t.device('dev', (x) => t.equal(x, 3, 'what is asked'));
      t.call('ask', 4);
    };
    expect(outcome(run)).toMatchObject({ passed: false, fault: null, message: 'what is asked: expected 3, got 4.' });
  });

  it('is what the program asked for when the handler cannot answer that', () => {
    const table: Record<number, { value: number }> = { 0: { value: 1 } };
    const throws: Run = (t) => {
      t.device('dev', (x) => table[x ?? 0].value);
      t.call('ask', 4);
    };
    const message = 'The check could not go on with what the program asked for: dev(4).';
    expect(outcome(throws)).toMatchObject({ fault: null, message, detail: { reason: like(/^TypeError/) } });
    const answersNothing: Run = (t) => {
      t.device('dev', () => undefined);
      t.call('ask', 4);
    };
    expect(outcome(answersNothing)).toMatchObject({ fault: null, message });
  });

  it('cannot hide a fault of the program', () => {
    const run: Run = (t) => {
      t.device('dev', (x) => {
        try {
          t.peek(x ?? 0, 4);
        } catch {
          return 0;
        }
        return 1;
      });
      t.call('ask', 60_000);
    };
    expect(outcome(run)).toMatchObject({ passed: false, fault: { status: 'runtime-error' } });
  });

  it('stops interrupts that interrupt each other without end', () => {
    const run: Run = (t) => {
      t.device('dev', (x) => t.call('pass', x ?? 0));
      t.call('pass', 1);
    };
    expect(outcome(run)).toMatchObject({ fault: { status: 'memory-limit-exceeded' } });
  });
});

describe('a device function that a check does not answer', () => {
  const asks: Run = (t) => void t.call('ask', 1);
  const answers: Run = (t) => {
    t.device('dev', () => 1);
    t.call('ask', 1);
  };

  it('is the program’s fault when another check answers it', () => {
    expect(outcomes([asks, answers])).toMatchObject([
      { fault: { status: 'runtime-error', message: 'The program called dev, which has nothing to do here.' } },
      { passed: true },
    ]);
  });

  it('is the author’s when no check answers it', () => {
    expect(outcomes([asks])).toMatchObject([
      { fault: { status: 'internal-error', message: like(/^checks\.js:1: .*"dev"/) } },
    ]);
  });

  it('is not known to be the author’s where hidden checks do not run', () => {
    expect(outcomes([asks], 'visible')).toMatchObject([{ fault: { status: 'runtime-error' } }]);
  });

  it('must be one that the task names', () => {
    const run: Run = (t) => t.device('other', () => 1);
    expect(outcome(run)?.fault).toMatchObject({
      status: 'internal-error',
      message: like(/checks\.js.*"other"/),
    });
  });
});

it('runs each guarded check in memory as new', () => {
  const adds: Run = (t) => {
    t.constant([1, 2, 3]);
    t.equal(t.call('add', 5), 5, 'the word');
  };
  expect(outcomes([adds, adds])).toMatchObject([{ passed: true }, { passed: true }]);
});
