// The blind rule: nobody reads what others wrote about a candidate while their own judgement is still to come.

/** What is known of one interview's scorecard without opening it. */
export interface CardState {
  readonly interviewId: string;
  readonly interviewerId: string;
  readonly submitted: boolean;
  readonly cancelled: boolean;
}

/** Who reads, and whether this person's part in the hiring is interviewing alone. */
export interface CardReader {
  readonly id: string;
  /** True for people who run the hiring (admin, recruiter, hiring manager of the requisition); false for panel members. */
  readonly runsHiring: boolean;
}

export interface CardAccess {
  /** Interviews whose scorecard this person may open, drafts of their own included. */
  readonly readable: readonly string[];
  /** Scorecards of others that are submitted and closed to this person. */
  readonly hidden: number;
  /** True while others' scorecards are closed to this person. */
  readonly blind: boolean;
  /** Interviews whose scorecard this person still owes. */
  readonly owed: readonly string[];
}

/**
 * Decides which scorecards of one application a person may open.
 * - One's own, always.
 * - Others', once submitted, unless one owes a scorecard there oneself.
 * - Somebody who only interviews must have submitted one there: who has not yet been scheduled may be tomorrow.
 * Nobody opens somebody else's draft.
 */
export function cardAccess(reader: CardReader, cards: readonly CardState[]): CardAccess {
  const own = cards.filter((card) => card.interviewerId === reader.id);
  const owed = own.filter((card) => !card.cancelled && !card.submitted).map((card) => card.interviewId);
  const hasSubmitted = own.some((card) => card.submitted);
  const blind = owed.length > 0 || !(reader.runsHiring || hasSubmitted);
  const others = cards
    .filter((card) => card.interviewerId !== reader.id && card.submitted)
    .map((card) => card.interviewId);
  return {
    readable: [...own.map((card) => card.interviewId), ...(blind ? [] : others)],
    hidden: blind ? others.length : 0,
    blind,
    owed,
  };
}

/** Whether a person reads what `writerId` judged of the candidate outside of scorecards: one's own always, others' unless blind. */
export function mayReadJudgement(readerId: string, access: Pick<CardAccess, 'blind'>, writerId: string): boolean {
  return writerId === readerId || !access.blind;
}

/** A sentence for a person to whom something is or will be closed, null for everybody else. Tells numbers, never what was said. */
export function blindNotice(access: CardAccess): string | null {
  if (!access.blind || (access.hidden === 0 && access.owed.length === 0)) return null;
  const waiting = access.hidden === 0 ? '' : access.hidden === 1 ? ' One is in.' : ` ${access.hidden} are in.`;
  const condition =
    access.owed.length > 0
      ? 'until you have submitted your own'
      : 'until you have interviewed this candidate and submitted your own';
  return `The other scorecards are hidden ${condition}, so that every judgement is made without the others.${waiting}`;
}
