// What a re-grading changes, in words.
import type { RegradeView, ResultInShort } from '../../api/models';
import { pointsText } from '../../ui/figures';

type Item = RegradeView['items'][number];

/** How many answers gain, lose, stay and could not be graded; zero counts are left out. */
export function differenceSentence(items: readonly Item[]): string {
  const moved = (sign: number) =>
    items.filter(({ before, after }) => before && after && Math.sign(after.points - before.points) === sign).length;
  const renewed = items.filter(({ before, after }) => !before && after).length;
  const failed = items.filter((item) => item.state === 'failed').length;
  const waiting = items.filter((item) => item.state === 'waiting').length;
  const parts = [
    [moved(1), 'gain points'],
    [moved(-1), 'lose points'],
    [moved(0), 'keep theirs'],
    [renewed, 'get a verdict in place of one that cannot be shown'],
    [failed, 'could not be graded and keep their verdict'],
    [waiting, 'still wait'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `Of ${items.length} ${items.length === 1 ? 'answer' : 'answers'}: ${told.join(', ') || 'none'}.`;
}

/** One side of a check's change. */
export function resultText(result: ResultInShort | null): string {
  if (!result) return 'not there';
  return `${result.passed ? 'passed' : 'not passed'}, ${pointsText(result.points)}`;
}
