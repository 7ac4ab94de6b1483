// The words in place of what was erased.
import { wordsIfForgotten } from '@bringup/requisitions';
import { assertNotForgotten } from './forgotten';

const at = new Date('2027-12-03T23:30:00.000Z');
const words = 'Erased on 3 December 2027, 12 months after the application was closed.';

it('says nothing while everything is kept, and afterwards the day in UTC, wherever it is read', () => {
  expect(wordsIfForgotten(null)).toBeNull();
  expect(wordsIfForgotten(at)).toBe(words);
  expect(() => assertNotForgotten(null)).not.toThrow();
  expect(() => assertNotForgotten(at)).toThrow(words);
});
