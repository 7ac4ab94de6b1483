// The kinds of tasks in words.
import type { CandidateTaskView } from '../api/models';

const words: Readonly<Record<CandidateTaskView['kind'], string>> = {
  c: 'Programming in C',
  numeric: 'Calculation',
  interpretation: 'Reading measurements',
};

export function kindWords(kind: CandidateTaskView['kind']): string {
  return words[kind];
}
