// Finds where a function must note the calls that it is about to open, for a function does not note its own call.
import { opcodes, type Instruction } from '../wasm/instructions';
import { mayTrap } from './charges';

export interface CalleeChecks {
  /** Calls to note before, by their index. */
  readonly beforeCalls: ReadonlyMap<number, CalleeCheck>;
  /** Loops to note before, by their index, with the levels: once its head is passed, nothing stands between and a first call. */
  readonly beforeLoops: ReadonlyMap<number, number>;
}

export interface CalleeCheck {
  /** How many calls the callee surely opens, itself included. */
  readonly levels: number;
  /** A loop may come back to it, so that the check is worth remembering. */
  readonly repeats: boolean;
}

interface Open {
  readonly isLoop: boolean;
  readonly wasKnown: number;
}

/** Levels that the first call noted by its caller opens, when it is surely reached from the loop's head; else 0. */
function surelyOpens(
  instructions: readonly Instruction[],
  loop: number,
  levelsOf: (called: Instruction) => number,
): number {
  for (let at = loop + 1; at < instructions.length; at++) {
    const instruction = instructions[at];
    if (!instruction) return 0;
    const levels = levelsOf(instruction);
    if (levels > 0) return levels;
    const isControl = instruction.opcode <= opcodes.return && instruction.opcode !== opcodes.block;
    if (isControl || mayTrap(instruction.opcode)) return 0;
  }
  return 0;
}

/** Every call of a function is at the same depth, so one check holds for all calls that come after it for certain. */
class CheckPlanner {
  readonly beforeCalls = new Map<number, CalleeCheck>();
  readonly beforeLoops = new Map<number, number>();
  private readonly open: Open[] = [];
  /** Whatever way led here, so many calls have been open on top of this function's own. */
  private known = 0;

  constructor(
    private readonly instructions: readonly Instruction[],
    private readonly levelsOf: (called: Instruction) => number,
  ) {}

  step(instruction: Instruction, index: number): void {
    const { opcode } = instruction;
    if (opcode === opcodes.loop) this.enterLoop(index);
    else if (opcode === opcodes.block || opcode === opcodes.if) this.open.push({ isLoop: false, wasKnown: this.known });
    else if (opcode === opcodes.else) this.known = this.open.at(-1)?.wasKnown ?? 0;
    else if (opcode === opcodes.end) this.leave();
    else if (opcode === opcodes.call) this.call(this.levelsOf(instruction), index);
  }

  private enterLoop(index: number): void {
    const levels = surelyOpens(this.instructions, index, this.levelsOf);
    if (levels > this.known) {
      this.beforeLoops.set(index, levels);
      this.known = levels;
    }
    this.open.push({ isLoop: true, wasKnown: this.known });
  }

  /** A loop's end is reached from its inside alone; the end of a block or an `if` also by branches from before. */
  private leave(): void {
    const left = this.open.pop();
    if (left && !left.isLoop) this.known = left.wasKnown;
  }

  private call(levels: number, index: number): void {
    if (levels <= this.known) return;
    this.beforeCalls.set(index, { levels, repeats: this.open.some(({ isLoop }) => isLoop) });
    this.known = levels;
  }
}

/** @param levelsOf calls that an instruction opens and its callee does not note: 0 for all that are no direct calls */
export function planCalleeChecks(
  instructions: readonly Instruction[],
  levelsOf: (called: Instruction) => number,
): CalleeChecks {
  const planner = new CheckPlanner(instructions, levelsOf);
  instructions.forEach((instruction, index) => planner.step(instruction, index));
  return planner;
}
