// A run in words: how far it is, and what came of it. Pure.
import type { CheckResult, Run } from '../../api/models';
import { statusWord } from '../../ui/status-words';

/** What is going on, and how much of it is done (0 to 1; null when nobody can know). */
export interface RunProgress {
  readonly text: string;
  readonly share: number | null;
}

export function runProgress(run: Run | undefined, requesting: boolean): RunProgress | undefined {
  if (requesting) return { text: 'Asking for a run', share: null };
  switch (run?.state) {
    case 'queued':
      return { text: placeWords(run), share: null };
    case 'compiling':
      return { text: 'Compiling', share: null };
    case 'checking': {
      const of = run.of ?? 0;
      const check = run.check ?? 0;
      return of > 0
        ? { text: `Check ${check} of ${of}`, share: (check - 0.5) / of }
        : { text: 'Checking', share: null };
    }
    default:
      return undefined;
  }
}

/** Each candidate has one place in the queue: nobody's runs push another's back. */
function placeWords({ ahead, sha256 }: Run): string {
  if (ahead === null) return sha256 === '' ? 'Waiting for a free compiler' : 'Waits for your run of another task';
  if (ahead === 0) return 'Next in the queue';
  return `${ahead} ${ahead === 1 ? 'run' : 'runs'} of others before yours`;
}

/** Visible checks passed, of all that ran. */
export function passedOf(checks: readonly CheckResult[]): { readonly passed: number; readonly of: number } {
  return { passed: checks.filter((check) => check.passed).length, of: checks.length };
}

/** One sentence for a screen reader when a run has ended. */
export function runSummary(run: Run | undefined): string {
  if (!run) return '';
  if (run.state === 'failed' || !run.verdict) return 'The run failed on our side. Nothing is lost; run it again.';
  const { status, checks } = run.verdict;
  if (status === 'internal-error') return 'The run failed on our side. Nothing is lost; run it again.';
  if (status === 'compile-error') return 'The program does not compile. The messages stand below the editor.';
  const { passed, of } = passedOf(checks);
  return `Run finished: ${passed} of ${of} visible checks passed. ${statusWord('verdict', status).label}.`;
}
