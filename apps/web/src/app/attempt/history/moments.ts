// Versions and runs of one task in one list, newest first. Pure.
import type { RunEntry, VersionEntry } from '../../api/models';

/** Something that can be compared with the text of now and taken up again. */
export type Moment =
  | { readonly kind: 'version'; readonly id: string; readonly at: string; readonly version: VersionEntry }
  | { readonly kind: 'run'; readonly id: string; readonly at: string; readonly run: RunEntry };

export function momentsOf(versions: readonly VersionEntry[], runs: readonly RunEntry[]): readonly Moment[] {
  const all: Moment[] = [
    ...versions.map((version) => ({
      ...{ kind: 'version' as const, id: `version-${version.revision}`, at: version.savedAt },
      version,
    })),
    ...runs.map((run) => ({ kind: 'run' as const, id: `run-${run.id}`, at: run.requestedAt, run })),
  ];
  // Where one text was saved and run in the same second, the run stands above the version that it was made of.
  return all.sort((one, other) => other.at.localeCompare(one.at) || one.kind.localeCompare(other.kind));
}
