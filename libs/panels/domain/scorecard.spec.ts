// What a scorecard needs before it is submitted, and when a draft may be saved.
import { assertMaySave, assertMaySubmit, type CardContent, missingBeforeSubmission } from './scorecard';

const content: CardContent = { ratings: [{ tag: 'Q2', rating: 3, note: '' }], recommendation: 'yes', summary: '' };
const held = { cancelledAt: null };

it('asks for every focus criterion and a recommendation', () => {
  expect(missingBeforeSubmission(content, ['Q2'])).toEqual([]);
  expect(missingBeforeSubmission({ ...content, recommendation: null }, ['Q3', 'Q2'])).toEqual([
    'Rate Q3, or mark it as not assessed and say why.',
    'Choose a recommendation.',
  ]);
});

it('takes "not assessed" with a note for a rating, and not without one', () => {
  const notAssessed = (note: string): CardContent => ({ ...content, ratings: [{ tag: 'Q2', rating: null, note }] });
  expect(missingBeforeSubmission(notAssessed('We ran out of time.'), ['Q2'])).toEqual([]);
  expect(missingBeforeSubmission(notAssessed('  '), ['Q2'])).toEqual([
    'Q2 is marked as not assessed: add a note that says why.',
  ]);
});

it('takes a rating of 0 for a rating', () => {
  expect(missingBeforeSubmission({ ...content, ratings: [{ tag: 'Q2', rating: 0, note: '' }] }, ['Q2'])).toEqual([]);
});

it('submits once, and only what was saved', () => {
  expect(() => assertMaySubmit({ submittedAt: null, content }, held, ['Q2'])).not.toThrow();
  expect(() => assertMaySubmit(undefined, held, ['Q2'])).toThrow(
    expect.objectContaining({ code: 'scorecard-incomplete' }) as Error,
  );
  expect(() => assertMaySubmit({ submittedAt: new Date(), content }, held, ['Q2'])).toThrow(
    expect.objectContaining({ code: 'scorecard-submitted-conflict' }) as Error,
  );
  expect(() => assertMaySubmit({ submittedAt: null, content }, { cancelledAt: new Date() }, ['Q2'])).toThrow(
    expect.objectContaining({ code: 'interview-cancelled' }) as Error,
  );
});

it('refuses a save over a newer version, over a submitted card and with a criterion twice', () => {
  expect(() => assertMaySave(undefined, held, content, 0)).not.toThrow();
  expect(() => assertMaySave({ submittedAt: null, version: 2 }, held, content, 1)).toThrow(
    expect.objectContaining({ code: 'scorecard-version-conflict', details: { version: 2 } }) as Error,
  );
  expect(() => assertMaySave({ submittedAt: new Date(), version: 2 }, held, content, 2)).toThrow(
    expect.objectContaining({ code: 'scorecard-submitted-conflict' }) as Error,
  );
  const twice = { ...content, ratings: [...content.ratings, ...content.ratings] };
  expect(() => assertMaySave(undefined, held, twice, 0)).toThrow(
    expect.objectContaining({ code: 'rating-given-twice' }) as Error,
  );
});
