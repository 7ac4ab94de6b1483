// Rating a written justification: what may be rated, by which rating and reason, and how anchors read.
import { anchorTexts, assertJustificationRatable, type RatableAnswer } from './justification-rating';

const answer: RatableAnswer = { applicationStatus: 'active', asksForReasons: true, handedIn: true };

it.each([0, 1, 2, 3, 4])('accepts %i with a reason, trimmed', (rating) => {
  expect(assertJustificationRatable(answer, rating, '  Argues from the p99.\n')).toBe('Argues from the p99.');
});

it.each<[string, Partial<RatableAnswer>, number, string]>([
  ['justification-missing', { asksForReasons: false }, 3, 'x'],
  ['justification-open', { handedIn: false }, 3, 'x'],
  ['application-closed', { applicationStatus: 'rejected' }, 3, 'x'],
  ['rating-out-of-range', {}, 5, 'x'],
  ['rating-out-of-range', {}, 2.5, 'x'],
  ['rating-out-of-range', {}, Number.NaN, 'x'],
  ['rating-reason-missing', {}, 0, ' \n '],
  ['rating-reason-long', {}, 0, 'x'.repeat(2001)],
])('refuses with %s', (code, change, rating, reason) => {
  expect(() => assertJustificationRatable({ ...answer, ...change }, rating, reason)).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

it('shows anchors without their figure, and leaves figures that belong to the text', () => {
  expect(anchorTexts(['0: No note.', '1 – States it.', '4 causes named', 'Plain'])).toEqual([
    'No note.',
    'States it.',
    '4 causes named',
    'Plain',
  ]);
});
