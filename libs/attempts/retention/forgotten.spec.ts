// The words in place of what was erased.
import { assertNotForgotten, forgottenWords, wordsIfForgotten } from './forgotten';

const at = new Date('2027-12-03T23:30:00.000Z');
const words = 'Erased on 3 December 2027, 12 months after the application was closed.';

it('names the day, in UTC wherever it is read', () => {
  expect(forgottenWords(at)).toBe(words);
});

it('says nothing while everything is kept', () => {
  expect(wordsIfForgotten(null)).toBeNull();
  expect(wordsIfForgotten(at)).toBe(words);
  expect(() => assertNotForgotten(null)).not.toThrow();
  expect(() => assertNotForgotten(at)).toThrow(words);
});
