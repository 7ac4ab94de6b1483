// Finds where a function must make sure that one more call may be open, before it calls a function that does not look itself.
import { opcodes, type Instruction } from '../wasm/instructions';
import { mayTrap } from './charges';

export interface CalleeChecks {
  /** Calls to check before, by their index; `true` where a loop may come back to it, so that the check is worth remembering. */
  readonly beforeCalls: ReadonlyMap<number, boolean>;
  /** Loops to check before, by their index: once its head is passed, nothing stands between and a first call. */
  readonly beforeLoops: ReadonlySet<number>;
}

interface Open {
  readonly isLoop: boolean;
  readonly wasKnown: boolean;
}

/** From the loop's head, the first call that needs a check is reached for certain. */
function surelyCalls(
  instructions: readonly Instruction[],
  loop: number,
  needsCheck: (called: Instruction) => boolean,
): boolean {
  for (let at = loop + 1; at < instructions.length; at++) {
    const instruction = instructions[at];
    if (!instruction) return false;
    if (needsCheck(instruction)) return true;
    const isControl = instruction.opcode <= opcodes.return && instruction.opcode !== opcodes.block;
    if (isControl || mayTrap(instruction.opcode)) return false;
  }
  return false;
}

/** Every call of a function is at the same depth, so one check holds for all calls that come after it for certain. */
class CheckPlanner {
  readonly beforeCalls = new Map<number, boolean>();
  readonly beforeLoops = new Set<number>();
  private readonly open: Open[] = [];
  /** Whatever way led here, a call has been open one deeper than this function. */
  private isKnown = false;

  constructor(
    private readonly instructions: readonly Instruction[],
    private readonly needsCheck: (called: Instruction) => boolean,
  ) {}

  step(instruction: Instruction, index: number): void {
    const { opcode } = instruction;
    if (opcode === opcodes.loop) this.enterLoop(index);
    else if (opcode === opcodes.block || opcode === opcodes.if)
      this.open.push({ isLoop: false, wasKnown: this.isKnown });
    else if (opcode === opcodes.else) this.isKnown = this.open.at(-1)?.wasKnown ?? false;
    else if (opcode === opcodes.end) this.leave();
    else if (opcode === opcodes.call || opcode === opcodes.callIndirect) this.call(instruction, index);
  }

  private enterLoop(index: number): void {
    if (!this.isKnown && surelyCalls(this.instructions, index, this.needsCheck)) {
      this.beforeLoops.add(index);
      this.isKnown = true;
    }
    this.open.push({ isLoop: true, wasKnown: this.isKnown });
  }

  /** A loop's end is reached from its inside alone; the end of a block or an `if` also by branches from before. */
  private leave(): void {
    const left = this.open.pop();
    if (left && !left.isLoop) this.isKnown = left.wasKnown;
  }

  private call(instruction: Instruction, index: number): void {
    if (!this.isKnown && this.needsCheck(instruction))
      this.beforeCalls.set(
        index,
        this.open.some(({ isLoop }) => isLoop),
      );
    this.isKnown = true;
  }
}

export function planCalleeChecks(
  instructions: readonly Instruction[],
  needsCheck: (called: Instruction) => boolean,
): CalleeChecks {
  const planner = new CheckPlanner(instructions, needsCheck);
  instructions.forEach((instruction, index) => planner.step(instruction, index));
  return planner;
}
