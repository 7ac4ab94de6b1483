// A proof as text for the task's author.
import type { TaskProof } from './task-proof';

const mostFaultsShown = 12;

/** One line when the proof holds; below it each fault when it does not. */
export function proofText(proof: TaskProof): string {
  const { slug, seedsTried, referencePoints, maxPoints, wrongAnswersCaught, wrongAnswers, faults } = proof;
  const { kind, goodSolutionsProved, goodSolutions, blindShare } = proof;
  const good = kind === 'c' ? `, ${goodSolutionsProved} of ${goodSolutions} good solutions at full marks` : '';
  const blind = blindShare === null ? '' : `, a blind sheet ${(100 * blindShare).toFixed(1)} %`;
  const verdict = faults.length === 0 ? 'proved' : 'NOT PROVED';
  const line = `${slug}: ${verdict}; ${seedsTried} seeds, reference ${referencePoints} of ${maxPoints} points, ${wrongAnswersCaught} of ${wrongAnswers} wrong answers caught${good}${blind}`;
  const shown = faults.slice(0, mostFaultsShown).map((fault) => `  - ${fault}`);
  if (faults.length > mostFaultsShown) shown.push(`  - and ${faults.length - mostFaultsShown} more`);
  return [line, ...shown].join('\n');
}
