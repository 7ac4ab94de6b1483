// What a candidate reads about their own assessment once the decision stands: for each criterion, in plain words. Pure.

/** One task of the assessment, without points, hidden inputs and keys. */
export interface FeedbackTask {
  readonly title: string;
  readonly criteria: readonly string[];
  readonly weight: number;
  /** 0 to 1. */
  readonly share: number;
  readonly answered: boolean;
  readonly compiled: boolean;
  readonly findings: readonly { readonly passed: boolean; readonly text: string }[];
}

export interface CriterionFeedback {
  readonly tag: string;
  readonly title: string;
  /** One sentence. */
  readonly words: string;
  readonly tasks: {
    readonly title: string;
    /** One sentence. */
    readonly words: string;
    /** What was not right yet. */
    readonly missed: string[];
  }[];
}

/** Feedback is given when the requisition says so and the decision stands, and at no other time. */
export function mayReadFeedback(setting: 'none' | 'per-criterion', decidedAt: Date | null, graded: boolean): boolean {
  return setting === 'per-criterion' && decidedAt !== null && graded;
}

const standings: readonly { readonly from: number; readonly words: string }[] = [
  { from: 0.85, words: 'Your answers showed this well.' },
  { from: 0.6, words: 'Your answers showed most of this.' },
  { from: 0.3, words: 'Your answers showed this in part.' },
  { from: 0, words: 'Your answers showed little of this.' },
];

/** The criteria that the tasks were about, in the order of the role profile. */
export function candidateFeedback(
  criteria: readonly { readonly tag: string; readonly title: string }[],
  tasks: readonly FeedbackTask[],
): CriterionFeedback[] {
  return criteria.flatMap(({ tag, title }) => {
    const about = tasks.filter((task) => task.criteria.includes(tag));
    if (about.length === 0) return [];
    const weight = about.reduce((sum, task) => sum + task.weight, 0);
    const share = about.reduce((sum, task) => sum + task.share * task.weight, 0) / weight;
    const words = standings.find(({ from }) => share >= from)?.words ?? '';
    return [{ tag, title, words, tasks: about.map(taskFeedback) }];
  });
}

function taskFeedback({ title, answered, compiled, findings }: FeedbackTask): CriterionFeedback['tasks'][number] {
  if (!answered) return { title, words: 'It was left unanswered.', missed: [] };
  if (!compiled) return { title, words: 'The program did not compile, so nothing of it could be checked.', missed: [] };
  const missed = findings.filter(({ passed }) => !passed).map(({ text }) => text);
  const right = findings.length - missed.length;
  const words =
    missed.length === 0
      ? 'Everything that was checked was right.'
      : right === 0
        ? 'Nothing that was checked was right yet.'
        : `${right} of ${findings.length} things that were checked were right. Not yet:`;
  return { title, words, missed };
}
