// What a candidate hands in, by kind of task.

/** A candidate's answer. Fields are texts as typed; order fields are option values joined by commas. */
export type Answer =
  | { readonly kind: 'c'; readonly source: string }
  | { readonly kind: 'numeric'; readonly fields: Readonly<Record<string, string>> }
  | {
      readonly kind: 'interpretation';
      readonly fields: Readonly<Record<string, string>>;
      readonly justification: string;
    };
