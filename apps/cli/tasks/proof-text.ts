// A proof as text for the task's author.
import type { BlindSheet } from './sheet-proof/blind-sheet';
import { mostBlindShare, type TaskProof } from './task-proof';

const mostFaultsShown = 12;
const mostAnswersShown = 4;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The answers of a blind sheet that earns too much, the dearest ones first. */
function blindText({ share, answers }: BlindSheet): string[] {
  if (share <= mostBlindShare) return [];
  const dearest = [...answers].sort((a, b) => b.points - a.points).slice(0, mostAnswersShown);
  const words = dearest.map(({ name, answer, share: part }) => `${name} ${percent(part)} with ${answer}`);
  return [`  aim for a blind sheet of at most ${percent(mostBlindShare)}: ${words.join('; ')}`];
}

/** One line when the proof holds; below it each fault when it does not, and what a blind sheet answers when it earns too much. */
export function proofText(proof: TaskProof): string {
  const { slug, seedsTried, referencePoints, maxPoints, wrongAnswersCaught, wrongAnswers, faults } = proof;
  const { kind, goodSolutionsProved, goodSolutions, blind } = proof;
  const good = kind === 'c' ? `, ${goodSolutionsProved} of ${goodSolutions} good solutions at full marks` : '';
  const guessed = blind === null ? '' : `, a blind sheet earns ${percent(blind.share)}`;
  const verdict = faults.length === 0 ? 'proved' : 'NOT PROVED';
  const line = `${slug}: ${verdict}; ${seedsTried} seeds, reference ${referencePoints} of ${maxPoints} points, ${wrongAnswersCaught} of ${wrongAnswers} wrong answers caught${good}${guessed}`;
  const shown = faults.slice(0, mostFaultsShown).map((fault) => `  - ${fault}`);
  if (faults.length > mostFaultsShown) shown.push(`  - and ${faults.length - mostFaultsShown} more`);
  return [line, ...shown, ...(blind === null ? [] : blindText(blind))].join('\n');
}
