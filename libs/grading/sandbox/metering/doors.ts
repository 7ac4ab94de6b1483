// The functions that are called from outside and through the table: they keep their types, and pass units and depth on.
import { opcodes } from '../wasm/instructions';
import { type FunctionType, valueTypes } from '../wasm/module';
import { Code, i32, i64 } from './code';
import { type MeterContext } from './layout';
import { noteDepth } from './peaks';
import { type FunctionShape } from './shapes';
import { mostUnchecked, stopWhenSpent } from './units-left';

/**
 * The body of the door of a function. It takes units and depth from the globals and leaves there what is left of them, so a
 * call that comes back from a device or an interrupt goes on where the program was.
 */
export function doorBody(context: MeterContext, callee: number, type: FunctionType, shape: FunctionShape): Uint8Array {
  const { globals } = context;
  const code = new Code(type.params.length);
  const units = code.newLocal(valueTypes.i64);
  const depth = code.newLocal(valueTypes.i32);
  const writeUnits = (): void => {
    code.get(units).op(opcodes.globalSet, globals.units);
  };
  code.op(opcodes.globalGet, globals.units).set(units);
  code.op(opcodes.globalGet, globals.depth).constant(opcodes.i32Const, 1).op(i32.add).set(depth);
  noteDepth(code, context, depth, shape.levels - 1, writeUnits);
  if (shape.isConstant) {
    code.get(units).constant(opcodes.i64Const, shape.units).op(i64.subtract).set(units);
    writeUnits();
    if (shape.units > mostUnchecked) stopWhenSpent(code, context, units, () => undefined);
  }
  type.params.forEach((_, index) => code.get(index));
  if (!shape.isConstant) code.get(units);
  if (shape.takesDepth) code.get(depth);
  code.op(opcodes.call, context.calledAs(callee));
  if (!shape.isConstant) {
    code.set(units);
    writeUnits();
  }
  if (shape.takesDepth)
    code.get(depth).constant(opcodes.i32Const, 1).op(i32.subtract).op(opcodes.globalSet, globals.depth);
  return code.op(opcodes.end).body();
}
