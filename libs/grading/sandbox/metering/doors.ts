// The functions that are called from outside and through the table: they keep their types, and pass units and depth on.
import { opcodes } from '../wasm/instructions';
import { type FunctionType, valueTypes } from '../wasm/module';
import { Code, i32 } from './code';
import { type MeterContext } from './layout';
import { noteDepth } from './peaks';
import { type FunctionShape } from './shapes';
import { mostUnchecked, UnitsLeft } from './units-left';

/**
 * The body of the door of a function. It takes units and depth from the globals and leaves there what is left of them, so a
 * call that comes back from a device or an interrupt goes on where the program was.
 */
export function doorBody(context: MeterContext, callee: number, type: FunctionType, shape: FunctionShape): Uint8Array {
  const { globals } = context;
  const code = new Code(type.params.length);
  const units = new UnitsLeft(code, context, code.newLocal(valueTypes.i64));
  const depth = code.newLocal(valueTypes.i32);
  units.split();
  code.op(opcodes.globalGet, globals.depth).constant(opcodes.i32Const, 1).op(i32.add).set(depth);
  noteDepth(code, context, depth, shape.levels - 1, () => units.settle());
  if (shape.isConstant) {
    units.take(shape.units);
    if (shape.units > mostUnchecked) units.check();
  }
  type.params.forEach((_, index) => code.get(index));
  if (!shape.isConstant) units.get();
  if (shape.takesDepth) code.get(depth);
  code.op(opcodes.call, context.calledAs(callee));
  if (!shape.isConstant) units.set();
  units.settle();
  if (shape.takesDepth)
    code.get(depth).constant(opcodes.i32Const, 1).op(i32.subtract).op(opcodes.globalSet, globals.depth);
  return code.op(opcodes.end).body();
}
