// Compiles C drafts ahead, as they are saved, so that "Run" finds the program in the cache. Losing one costs a little time and nothing else.
import type { GradingEngine } from '@bringup/grading';
import type { LiveEvents } from '@bringup/platform';
import type { EntityManager } from 'typeorm';
import { getAttemptTaskById } from '../data/attempt.repository';
import { findCurrentDraft } from '../data/draft.repository';
import { getPinnedTask } from '../data/pinned-task.repository';

const prefix = 'draft:';

/** The live subject that says: a draft of this task was saved. */
export function draftSubject(attemptTaskId: string): string {
  return prefix + attemptTaskId;
}

interface Tools {
  readonly reader: EntityManager;
  readonly engine: Pick<GradingEngine, 'compileDraft' | 'status'>;
}

/** One compilation per task at a time; what is saved meanwhile makes one more, of the newest draft. */
class DraftCompilation {
  /** Tasks in hand; true when another draft has been saved since. */
  private readonly inHand = new Map<string, boolean>();

  constructor(private readonly tools: Tools) {}

  async hear(attemptTaskId: string): Promise<void> {
    const isBusy = this.tools.engine.status().queued > 0;
    if (this.inHand.has(attemptTaskId)) this.inHand.set(attemptTaskId, true);
    // Whoever waits for a verdict goes first, and those who come later save again soon.
    if (isBusy || this.inHand.has(attemptTaskId)) return;
    try {
      do {
        this.inHand.set(attemptTaskId, false);
        await this.compileNewest(attemptTaskId);
      } while (this.inHand.get(attemptTaskId));
    } catch {
      // "Run" compiles it then, and says what is wrong.
    } finally {
      this.inHand.delete(attemptTaskId);
    }
  }

  private async compileNewest(attemptTaskId: string): Promise<void> {
    const { reader, engine } = this.tools;
    const draft = await findCurrentDraft(reader, attemptTaskId);
    if (draft?.answer.kind !== 'c') return;
    const { taskDigest, seed } = await getAttemptTaskById(reader, attemptTaskId);
    await engine.compileDraft(await getPinnedTask(reader, taskDigest), seed, draft.answer.source);
  }
}

/** Starts listening for saved drafts; returns the function that ends it. */
export function compileSavedDrafts(live: LiveEvents, tools: Tools): () => void {
  const compilation = new DraftCompilation(tools);
  const subscription = live
    .changes((subject) => subject.startsWith(prefix))
    .subscribe((subject) => void compilation.hear(subject.slice(prefix.length)));
  return () => subscription.unsubscribe();
}
