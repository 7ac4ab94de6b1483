// What a role profile says: what the role does, what counts as evidence for it, and the context that is never a knock-out.

export interface Duty {
  /** D1–D10. */
  readonly tag: string;
  readonly text: string;
}

export interface ProfileCriterion {
  /** Q1–Q5. */
  readonly tag: string;
  readonly title: string;
  /** What counts as evidence, in words. */
  readonly counts: string;
}

export interface RoleProfile {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly duties: readonly Duty[];
  readonly criteria: readonly ProfileCriterion[];
  /** Education and certifications are context, never a knock-out. */
  readonly education: string;
  readonly experience: string;
  readonly certifications: string;
  /** Where people with this role work. */
  readonly employers: string;
  /** Whole units a year; absent where the source states none. */
  readonly payHint: { readonly currency: string; readonly min: number; readonly max: number } | null;
}
