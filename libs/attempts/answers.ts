// What may be kept as an answer, and the hash that a candidate's receipt names.
import { createHash } from 'node:crypto';
import type { Answer } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import { hasLoneSurrogate } from './well-formed';

/** What an answer must fit. */
interface Frame {
  readonly kind: Answer['kind'];
  readonly fields: readonly { readonly name: string }[];
}

function textsOf(answer: Answer): string[] {
  if (answer.kind === 'c') return [answer.source];
  const texts = Object.values(answer.fields);
  return answer.kind === 'interpretation' ? [...texts, answer.justification] : texts;
}

/**
 * The answer as it is kept: of the task's kind, with the task's fields and no others, in the task's order.
 * @throws DomainError `answer-kind-mismatch`, `answer-invalid`
 */
export function keptAnswer({ kind, fields: known }: Frame, answer: Answer): Answer {
  if (answer.kind !== kind) {
    throw new DomainError(
      'answer-kind-mismatch',
      'This answer belongs to a task of another kind. Reload the page and try again.',
    );
  }
  if (textsOf(answer).some((text) => text.includes('\0') || hasLoneSurrogate(text))) {
    throw new DomainError(
      'answer-invalid',
      'The answer holds a character that is not text (such as NUL). Remove it and save again.',
    );
  }
  if (answer.kind === 'c') return { kind: 'c', source: answer.source };
  const fields = Object.fromEntries(
    known.filter(({ name }) => Object.hasOwn(answer.fields, name)).map(({ name }) => [name, answer.fields[name] ?? '']),
  );
  if (answer.kind === 'numeric') return { kind: 'numeric', fields };
  return { kind: 'interpretation', fields, justification: answer.justification };
}

/**
 * SHA-256 in hexadecimal. Of a program it is the hash of the source as UTF-8, so that `sha256sum` of the candidate's own file
 * gives the same; of other answers that of their JSON in the task's order of fields.
 */
export function answerSha256(answer: Answer): string {
  return createHash('sha256').update(hashedText(answer), 'utf8').digest('hex');
}

/** The very text of a kept answer whose bytes are hashed; the file that its candidate downloads holds nothing else. */
export function hashedText(answer: Answer): string {
  return answer.kind === 'c' ? answer.source : JSON.stringify(answer);
}

/** The name of the file that holds one handed-in answer; `source` is that of a program. */
export function answerFileName(position: number, source: string | null): string {
  return `task-${position}-${source ?? 'answer.json'}`;
}

/** True when there is anything in it to grade. */
export function isAnswered(answer: Answer): boolean {
  return textsOf(answer).some((text) => text.trim() !== '');
}
