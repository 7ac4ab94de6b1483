// A question before an act, and the answer to it: what Confirm and its dialog hand to each other.

/** What is asked. `sentence` says what will happen, not "are you sure". */
export interface Question {
  readonly title: string;
  readonly sentence: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly reason?: {
    readonly label: string;
    readonly hint?: string;
    readonly required?: boolean;
    /** Fewest characters of a required reason. */
    readonly minimum?: number;
    /** What is chosen from `choices`; "Reason" unless given. */
    readonly choiceLabel?: string;
    /** Given codes to choose from besides the free text. */
    readonly choices?: readonly { readonly code: string; readonly label: string }[];
  };
}

/** What was answered; `reason` is '' when none was asked for or given. */
export interface Confirmation {
  readonly reason: string;
  readonly choice: string;
}
