// How each function is called inside the metered module: what it takes from the meter beside its own parameters.
import { opcodes } from '../wasm/instructions';
import { type WasmModule } from '../wasm/module';
import { isBulk } from '../wasm/accesses';
import { type FunctionPlan } from './charges';

/**
 * A function takes the units left as one more parameter and gives them back as one more result, so that V8 keeps them in a
 * register through the call, or through its inlined body. One that always costs the same takes nothing: its caller charges for it.
 */
export interface FunctionShape {
  /** Costs the same units and opens the same number of calls whenever it returns. */
  readonly isConstant: boolean;
  /** Of a constant function: units of a call, without the unit of the call instruction itself. */
  readonly units: number;
  /** Calls that are surely open at once when it is called, itself included. */
  readonly levels: number;
  readonly takesDepth: boolean;
}

/** Constant functions call each other at most this deep, and cost at most this much; beyond it the saving is nothing. */
const mostLevels = 8;
const mostUnits = 10_000;

function mayBeConstant({ charges, hasLoop, instructions }: FunctionPlan): boolean {
  const isCharged = charges.size === 0 || (charges.size === 1 && charges.has(-1));
  return isCharged && !hasLoop && !instructions.some(({ opcode }) => opcode === opcodes.callIndirect || isBulk(opcode));
}

/** Null as long as it calls something that is not known to be constant. */
function constantShape(
  plan: FunctionPlan,
  shapeOf: (callee: number) => FunctionShape | undefined,
): FunctionShape | null {
  let units = plan.charges.get(-1)?.units ?? 0;
  let levels = 1;
  for (const { callee } of plan.calls) {
    const shape = shapeOf(callee);
    if (!shape) return null;
    units += shape.units;
    levels = Math.max(levels, shape.levels + 1);
  }
  return units > mostUnits ? null : { isConstant: true, units, levels, takesDepth: false };
}

/**
 * The shapes of the functions with a body, in their order.
 * @param countsSteps every function may be interrupted and needs its units and its depth
 */
export function planShapes(module: WasmModule, plans: readonly FunctionPlan[], countsSteps: boolean): FunctionShape[] {
  const first = module.imports.length;
  const found = new Map<number, FunctionShape>();
  const candidates = countsSteps ? [] : [...plans.entries()].filter(([, plan]) => mayBeConstant(plan));
  for (let level = 0; level < mostLevels; level++) {
    const known = new Map(found);
    for (const [i, plan] of candidates) {
      const shape = known.has(i) ? null : constantShape(plan, (callee) => known.get(callee - first));
      if (shape) found.set(i, shape);
    }
  }
  return plans.map(
    (plan, i) => found.get(i) ?? { isConstant: false, units: 0, levels: 1, takesDepth: plan.hasCall || countsSteps },
  );
}

/** Puts the cost of constant functions into the charges of those that call them. */
export function chargeCallers(
  module: WasmModule,
  plans: readonly FunctionPlan[],
  shapes: readonly FunctionShape[],
): void {
  for (const plan of plans)
    for (const { callee, charge } of plan.calls) charge.units += shapes[callee - module.imports.length]?.units ?? 0;
}
