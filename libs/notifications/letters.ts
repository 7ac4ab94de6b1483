// The mails that the product writes, by template, and what each template is filled with.

/** A fact with its label, shown as a line of a small table. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

interface Salutation {
  /** Whom the mail speaks to. */
  readonly name: string;
}

/** Every value is text as people read it; times name their zone. */
export interface LetterData {
  'application-receipt': Salutation & {
    readonly jobTitle: string;
    readonly receipt: string;
    readonly appliedOn: string;
    readonly documents: readonly { readonly fileName: string; readonly sha256: string }[];
    readonly statusUrl: string;
  };
  'requisition-submitted': Salutation & {
    readonly openedBy: string;
    readonly number: string;
    readonly title: string;
    readonly facts: readonly Fact[];
    readonly url: string;
  };
  'requisition-decided': {
    readonly approver: string;
    readonly number: string;
    readonly title: string;
    readonly approved: boolean;
    readonly reason: string | null;
    readonly url: string;
  };
  'invitation-ready': Salutation & {
    readonly jobTitle: string;
    readonly from: string;
    readonly fromEmail: string;
    readonly note: string | null;
    readonly minutes: number;
    /** `90 minutes + 45 minutes granted` */
    readonly time: string;
    readonly opens: string;
    readonly closes: string;
    /** The same instants in UTC: the candidate's own zone is not known. */
    readonly opensUtc: string | null;
    readonly closesUtc: string | null;
    readonly tasks: readonly { readonly title: string; readonly minutes: number; readonly kind: string }[];
    readonly allowedAids: string;
    readonly recorded: readonly { readonly line: string }[];
    readonly readers: string;
    /** For how long it is kept. */
    readonly kept: string;
    readonly url: string;
  };
  'accommodation-requested': {
    readonly candidate: string;
    readonly jobTitle: string;
    readonly kinds: readonly { readonly words: string }[];
    readonly closes: string;
    readonly url: string;
  };
  'accommodation-decided': Salutation & {
    readonly jobTitle: string;
    readonly granted: boolean;
    readonly time: string;
    readonly breaks: string | null;
    readonly format: string | null;
    /** The decider's own words to the candidate. */
    readonly reason: string;
    readonly closes: string;
    readonly closesUtc: string | null;
    readonly from: string;
    readonly fromEmail: string;
    readonly url: string;
  };
  'attempt-submitted': Salutation & {
    readonly jobTitle: string;
    readonly submitted: string;
    /** The same instant in UTC. */
    readonly submittedUtc: string | null;
    readonly byDeadline: boolean;
    readonly tasks: readonly {
      readonly position: number;
      readonly title: string;
      /** Of the download. */
      readonly file: string;
      readonly sha256: string | null;
    }[];
    readonly url: string;
    readonly linkEnds: string;
    readonly from: string;
    readonly fromEmail: string;
  };
  'interview-scheduled': Salutation & {
    readonly jobTitle: string;
    readonly kitTitle: string;
    /** The candidate's name when the reader interviews, otherwise the interviewer's. */
    readonly other: string;
    readonly forCandidate: boolean;
    readonly when: string;
    readonly location: string;
    readonly url: string;
  };
  'interview-cancelled': Salutation & {
    readonly jobTitle: string;
    readonly kitTitle: string;
    readonly other: string;
    readonly forCandidate: boolean;
    readonly when: string;
    readonly reason: string | null;
  };
  'decision-offer': Decision;
  'decision-reject': Decision;
  'decision-hold': Decision;
}

interface Decision extends Salutation {
  readonly jobTitle: string;
  /** The hiring manager's own words; may be null. */
  readonly message: string | null;
  readonly decidedBy: string;
  readonly statusUrl: string;
}

export type TemplateName = keyof LetterData;

export const templateNames = [
  'application-receipt',
  'requisition-submitted',
  'requisition-decided',
  'invitation-ready',
  'accommodation-requested',
  'accommodation-decided',
  'attempt-submitted',
  'interview-scheduled',
  'interview-cancelled',
  'decision-offer',
  'decision-reject',
  'decision-hold',
] as const satisfies readonly TemplateName[];

export interface Recipient {
  readonly name: string;
  readonly email: string;
}

/** A mail before its template is filled. */
export interface Letter<Name extends TemplateName = TemplateName> {
  readonly template: Name;
  readonly to: readonly Recipient[];
  /** Whom an answer reaches; absent: the product's own address. */
  readonly replyTo?: Recipient;
  readonly data: LetterData[Name];
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** Keeps a template and its data together for the compiler. */
export function letter<Name extends TemplateName>(written: Letter<Name>): Letter<Name> {
  return written;
}
