// Kinds of accommodations in a sentence.
import { kindsText } from './accommodation-words';

it('joins kinds as people do, in one order', () => {
  expect(kindsText(['breaks'])).toBe('breaks during the assessment');
  expect(kindsText(['other', 'extra-time', 'breaks'])).toBe(
    'extra time, breaks during the assessment and something else',
  );
  expect(kindsText([])).toBe('');
});
