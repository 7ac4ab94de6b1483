// What is proved of a task with fields beside its reference: blind sheets, keys rounded as asked, whole keys, the second route.
import { creditOf, type FilledField, type KeyEntry, type Variant } from '@bringup/grading';
import type { Task } from '@bringup/task-bank';
import type { FoundFaults, SeedFault } from '../found-faults';
import { inFile } from '../places';
import { type BlindSheet, blindSheet } from './blind-sheet';
import { differences, type Solver } from './second-route';

/** Variants that a blind sheet is tried on. */
const blindVariants = 200;

/** Units of which there are only whole ones. */
const wholeUnits = new Set(['B', 'bit', 'bits', 'byte', 'bytes', 'MAC', 'devices', 'frames', 'samples']);

function roundingFault(task: Task, field: FilledField, entry: KeyEntry): SeedFault | null {
  if (typeof entry.value !== 'number' || field.significantDigits === null) return null;
  const rounded = Number(entry.value.toPrecision(field.significantDigits));
  if (creditOf(field, entry, rounded).credit === 1) return null;
  return {
    fault: `${inFile(task, 'checks.js', field.name)}: ${field.name} asks for ${field.significantDigits} digits and refuses the key rounded to them: widen the tolerance, or ask for more digits`,
    example: `; ${rounded} for ${entry.value}`,
  };
}

function wholeFault(task: Task, field: FilledField, entry: KeyEntry): SeedFault | null {
  const { value, tolerance } = entry;
  if (typeof value !== 'number' || Number.isInteger(value)) return null;
  const isExact =
    tolerance === null ? field.significantDigits === null : 'absolute' in tolerance && tolerance.absolute === 0;
  if (!isExact || !wholeUnits.has(field.unit)) return null;
  return {
    fault: `${inFile(task, 'checks.js', field.name)}: the key of ${field.name} is no whole number of ${field.unit}: draw variants in which it is`,
    example: `; it is ${value}`,
  };
}

/** Collects the variants of one task and says at the end what a sheet that knows nothing earns. */
export class SheetProof {
  private readonly variants: Variant[] = [];

  constructor(
    private readonly task: Task,
    private readonly solver: Solver,
    private readonly faults: FoundFaults,
  ) {
    if (task.solution === null)
      faults.add(
        `${task.slug}/solve.js:1: is missing: work the answers out from the prompt and the figures, apart from the key`,
      );
  }

  async add(variant: Variant): Promise<void> {
    if (this.variants.length < blindVariants) this.variants.push(variant);
    if (this.task.solution !== null) {
      const answers = await this.solver.solve(variant, this.task.solution);
      for (const { fault, example } of differences(this.task, variant, answers))
        this.faults.add(fault, variant.seed, example);
    }
    for (const field of variant.fields) {
      const entry = variant.answerKey?.[field.name];
      if (!entry) continue;
      for (const found of [roundingFault(this.task, field, entry), wholeFault(this.task, field, entry)])
        if (found) this.faults.add(found.fault, variant.seed, found.example);
    }
  }

  /** The best blind sheet; null where too few variants were drawn to say. */
  conclude(): BlindSheet | null {
    return this.variants.length < blindVariants ? null : blindSheet(this.variants);
  }
}
