// What is said when the computer's own clock is wrong: it changes nothing, and the candidate should know why times differ. Pure.
import { durationText } from '../../ui/figures';

/** Clocks of good computers are a second or two apart; less than this is not worth a word. */
const worthAWordMs = 30_000;

/** Undefined when the clocks agree. `driftMs`: how far the computer's clock is ahead. */
export function driftWords(driftMs: number): string | undefined {
  const size = Math.abs(driftMs);
  if (size < worthAWordMs) return undefined;
  const apart = durationText(Math.round(size / 1000));
  return `This computer's clock is ${apart} ${driftMs > 0 ? 'ahead' : 'behind'}. That changes nothing: our server's clock counts, and the time left follows it.`;
}
