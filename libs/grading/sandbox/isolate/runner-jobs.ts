// What a runner is asked to do.
import { type ChecksJob, type ProgramLayout } from '../sandbox';

export interface RunnerChecksJob {
  readonly kind: 'checks';
  readonly module: string;
  readonly guardedModule: string;
  readonly layout: ProgramLayout;
  readonly checksSource: string;
  readonly parameters: unknown;
  readonly seed: number;
  readonly scope: 'visible' | 'all';
  readonly instructionLimit: number;
  readonly task?: ChecksJob['task'];
}

export interface RunnerEvaluateJob {
  readonly kind: 'evaluate';
  readonly source: string;
  readonly call: string;
  readonly args: readonly unknown[];
  readonly seedText: string | null;
}
