// The digest that lets a verdict be re-run and compared years later.
import type { Answer } from './answer';
import { canonicalJson } from './canonical-json';
import type { UndigestedVerdict, Verdict } from './verdict';

/** What was graded: the answer and the digest of the task's folder. */
export interface Submission {
  readonly answer: Answer;
  readonly taskDigest: string;
}

/**
 * Adds the digest: sha256 over the canonical JSON of the submission, the task's digest and version, the seed, the toolchain and
 * the result. Wall time, host and the order of object keys have no part in it. `sha256` takes text as UTF-8 and gives hexadecimal.
 */
export function withDigest(
  verdict: UndigestedVerdict,
  submission: Submission,
  sha256: (text: string) => string,
): Verdict {
  const { slug, taskVersion, seed, scope, toolchain, ...result } = verdict;
  const { answer, taskDigest } = submission;
  const digest = sha256(canonicalJson({ answer, taskDigest, slug, taskVersion, seed, scope, toolchain, result }));
  return { ...verdict, digest };
}
