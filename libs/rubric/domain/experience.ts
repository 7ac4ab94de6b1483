// Years by kind from dated positions, and the equivalence rule of the mid level.
import type { ExperienceKind } from './experience-kinds';
import type { PlacedPosition, Position } from './positions';

export interface Experience {
  /** Years with one decimal; ranges that overlap are counted once. */
  readonly embeddedYears: number;
  readonly mlYears: number;
  /** Years in positions that were either or both. */
  readonly relevantYears: number;
  /** At least one year of embedded and two of machine learning. */
  readonly equivalenceMet: boolean;
  readonly positions: readonly Position[];
}

/** The equivalence rule of the role profile: 1–2 years of embedded firmware and 2 or more of ML are competitive at mid level. */
export const equivalence = { embeddedYears: 1, mlYears: 2 } as const;

/** Months covered by any of the spans. */
export function monthsCovered(spans: ReadonlyArray<{ readonly from: number; readonly to: number }>): number {
  let [covered, reach] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    covered += Math.max(0, to - Math.max(from, reach));
    reach = Math.max(reach, to);
  }
  return covered;
}

function yearsIn(positions: readonly PlacedPosition[], kinds: readonly ExperienceKind[]): number {
  const spans = positions.filter((one) => one.kinds.some((kind) => kinds.includes(kind))).map((one) => one.span);
  return Math.round((monthsCovered(spans) / 12) * 10) / 10;
}

/** A position that was both embedded and machine learning work counts for both. */
export function experienceOf(positions: readonly PlacedPosition[]): Experience {
  const embeddedYears = yearsIn(positions, ['embedded']);
  const mlYears = yearsIn(positions, ['ml']);
  return {
    embeddedYears,
    mlYears,
    relevantYears: yearsIn(positions, ['embedded', 'ml']),
    equivalenceMet: embeddedYears >= equivalence.embeddedYears && mlYears >= equivalence.mlYears,
    positions: positions.map(({ span: _span, bodyEnd: _bodyEnd, ...position }) => position),
  };
}
