// How many calls may be open at once, by what a call takes of the machine's own stack.
import { type Instruction, isVectorInstruction } from '../wasm/instructions';
import { type FunctionBody, type WasmModule } from '../wasm/module';
import { mostOperands } from '../wasm/stack-effect';

/** Bytes of machine stack that all open calls may take together in the worst compilation tier; keeps V8's own limit out of sight. */
const machineStackBytes = 384 * 1024;
const mostCalls = 4096;
const fewestCalls = 8;

/** The most machine stack that a frame can take: every parameter, local and operand in a slot of its own. */
function frameBytes(module: WasmModule, body: FunctionBody, instructions: readonly Instruction[]): number {
  const slots = body.type.params.length + body.localCount + 8 + mostOperands(module, body, instructions);
  const slotBytes = instructions.some(({ opcode }) => isVectorInstruction(opcode)) ? 16 : 8;
  return 96 + slots * slotBytes;
}

export function callDepthLimit(module: WasmModule, bodies: readonly (readonly Instruction[])[]): number {
  const largest = module.functions.reduce(
    (most, body, index) => Math.max(most, frameBytes(module, body, bodies[index] ?? [])),
    1,
  );
  return Math.max(fewestCalls, Math.min(mostCalls, Math.floor(machineStackBytes / largest)));
}
