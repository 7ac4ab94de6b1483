// The versions of one answer rebuilt from their steps, with what happened between them. Pure.
import type { PlaybackRun, PlaybackStep, TextStep } from '../../api/models';

/** One saved version, whole again. */
export interface PlayedVersion {
  readonly revision: number;
  /** Since the start, as all times here. */
  readonly atMs: number;
  readonly baseRevision: number;
  readonly conflicting: boolean;
  readonly handedIn: boolean;
  readonly text: string;
}

export function applied(text: string, { from, to, insert }: TextStep): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** The texts after each step, the first step being applied to `before`. */
export function rebuilt(before: string, steps: readonly PlaybackStep[]): readonly PlayedVersion[] {
  let text = before;
  return steps.map(({ step, ...version }) => {
    text = applied(text, step);
    return { ...version, text };
  });
}

/** The runs that were asked for after this version was saved and before the next one was. `index` -1: before the first. */
export function runsAfter(
  versions: readonly PlayedVersion[],
  index: number,
  runs: readonly PlaybackRun[],
): readonly PlaybackRun[] {
  const from = versions[index]?.atMs ?? -Infinity;
  const to = versions[index + 1]?.atMs ?? Infinity;
  return runs.filter(({ atMs }) => atMs >= from && atMs < to);
}

/** A stretch without a save that is worth seeing, in milliseconds before this version; undefined when there was none. */
export function pauseBefore(versions: readonly PlayedVersion[], index: number): number | undefined {
  const [one, other] = [versions[index - 1], versions[index]];
  if (!one || !other) return undefined;
  const ms = other.atMs - one.atMs;
  return ms >= 120_000 ? ms : undefined;
}

/** Where a version stands on a line from start to hand-in, 0 to 1. */
export function shareOf(atMs: number, submittedAtMs: number): number {
  return submittedAtMs > 0 ? Math.min(1, atMs / submittedAtMs) : 0;
}
