// Keeps the most calls and the most stack that were ever in use, and stops the program above its limits.
import { opcodes } from '../wasm/instructions';
import { type Code, i32 } from './code';
import { type MeterContext } from './layout';

/** In place and without a call that comes back: a call would cost the loop around it registers, and V8 what it knows of the globals. */
function raisePeak(code: Code, peak: number, limit: number, value: () => void, trap: () => void): void {
  value();
  code.op(opcodes.globalGet, peak).op(i32.greaterUnsigned);
  code.when(() => {
    value();
    code.constant(opcodes.i32Const, limit).op(i32.greaterUnsigned);
    code.when(() => {
      trap();
      code.op(opcodes.unreachable);
    });
    value();
    code.op(opcodes.globalSet, peak);
  });
}

/** Notes `levels` more open calls on top of those in the local; `settleUnits` comes before a trap. */
export function noteDepth(
  code: Code,
  context: MeterContext,
  depthLocal: number,
  levels: number,
  settleUnits: () => void,
): void {
  const reached = (): void => {
    code.get(depthLocal);
    if (levels > 0) code.constant(opcodes.i32Const, levels).op(i32.add);
  };
  raisePeak(code, context.globals.depthPeak, context.callDepthLimit, reached, () => {
    settleUnits();
    reached();
    code.op(opcodes.call, context.appended('deeper'));
  });
}

/**
 * After the stack pointer was set; `base` is a local that has the same value, which V8 need not load, or null; `settleUnits` comes
 * before a trap.
 */
export function trackStack(code: Code, context: MeterContext, base: number | null, settleUnits: () => void): void {
  const { stackPointer, stackPeak } = context.globals;
  if (stackPointer === null) return;
  const used = (): void => {
    code.constant(opcodes.i32Const, context.stackTop);
    if (base === null) code.op(opcodes.globalGet, stackPointer);
    else code.get(base);
    code.op(i32.subtract);
  };
  raisePeak(code, stackPeak, context.stackBytes, used, () => {
    settleUnits();
    used();
    code.op(opcodes.call, context.appended('lower'));
  });
}
