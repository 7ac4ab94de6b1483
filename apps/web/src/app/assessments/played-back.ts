// The versions of one answer rebuilt from their steps, with what happened between them. Pure.
import type { PlaybackStep, RunEntry, TextStep } from '../api/models';

/** One saved version, whole again. */
export interface PlayedVersion {
  readonly revision: number;
  readonly savedAt: string;
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
  runs: readonly RunEntry[],
): readonly RunEntry[] {
  const from = versions[index]?.savedAt ?? '';
  const to = versions[index + 1]?.savedAt ?? '\uffff';
  return runs.filter(({ requestedAt }) => requestedAt >= from && requestedAt < to);
}

/** A stretch without a save that is worth seeing, in milliseconds before this version; undefined when there was none. */
export function pauseBefore(versions: readonly PlayedVersion[], index: number): number | undefined {
  const [one, other] = [versions[index - 1], versions[index]];
  if (!one || !other) return undefined;
  const ms = Date.parse(other.savedAt) - Date.parse(one.savedAt);
  return ms >= 120_000 ? ms : undefined;
}

/** Where a version stands on a line from start to hand-in, 0 to 1. */
export function shareOf(at: string, startedAt: string, submittedAt: string): number {
  const [start, end] = [Date.parse(startedAt), Date.parse(submittedAt)];
  return end > start ? Math.min(1, Math.max(0, (Date.parse(at) - start) / (end - start))) : 0;
}
