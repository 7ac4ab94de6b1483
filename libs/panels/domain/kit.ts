// An interview plan and its kits: what is asked, by whom it is covered, and which kits are sound.
import { DomainError } from '@bringup/platform';

export const criterionTags = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;
export type CriterionTag = (typeof criterionTags)[number];

export interface KitQuestion {
  readonly text: string;
  /** What a strong and a weak answer sound like. */
  readonly listenFor: string;
}

/** Everything an interviewer needs for one conversation. */
export interface KitContent {
  readonly title: string;
  readonly minutes: number;
  readonly purpose: string;
  /** The criteria that this interview must rate. */
  readonly focus: readonly CriterionTag[];
  readonly preparation: string;
  readonly questions: readonly KitQuestion[];
}

export interface CriterionCoverage {
  readonly tag: CriterionTag;
  /** Titles of the kits that rate it. */
  readonly kits: string[];
  readonly assessed: boolean;
}

export const maxKits = 8;

/** @throws DomainError `interview-plan-empty`, `interview-plan-too-long`, `kit-title-taken`, `kit-without-focus` */
export function assertSoundPlan(kits: readonly KitContent[]): void {
  if (kits.length === 0) throw new DomainError('interview-plan-empty', 'Keep at least one interview kit in the plan.');
  if (kits.length > maxKits)
    throw new DomainError(
      'interview-plan-too-long',
      `A plan has at most ${maxKits} kits: a candidate's day is finite.`,
    );
  const titles = new Set<string>();
  for (const kit of kits) {
    const title = kit.title.trim().toLowerCase();
    if (titles.has(title))
      throw new DomainError('kit-title-taken', `Two kits are called "${kit.title}". Give each its own title.`);
    titles.add(title);
    if (kit.focus.length === 0)
      throw new DomainError('kit-without-focus', `Choose at least one criterion for "${kit.title}".`);
  }
}

/** Which kits and assessments speak to each criterion; a criterion with neither is a gap that the site shows. */
export function coverageOf(
  kits: readonly Pick<KitContent, 'title' | 'focus'>[],
  assessed: ReadonlySet<string>,
): CriterionCoverage[] {
  return criterionTags.map((tag) => ({
    tag,
    kits: kits.filter((kit) => kit.focus.includes(tag)).map((kit) => kit.title),
    assessed: assessed.has(tag),
  }));
}

/** Criteria in the rubric's order without repetition. */
export function orderedFocus(focus: readonly CriterionTag[]): CriterionTag[] {
  return criterionTags.filter((tag) => focus.includes(tag));
}

/** True when both kits ask and rate the same. */
export function sameKit(a: KitContent, b: KitContent): boolean {
  const essence = (kit: KitContent) => [
    kit.title,
    kit.minutes,
    kit.purpose,
    orderedFocus(kit.focus),
    kit.preparation,
    kit.questions.map((q) => [q.text, q.listenFor]),
  ];
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}
