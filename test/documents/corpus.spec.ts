// Every résumé of the corpus is read, and its ratings, years, figures and refusals are what its file argues for.
import { readApplication, type Reading } from '@bringup/rubric';
import { corpus, readOn, type ResumeCase } from './corpus';

function read({ profile, level, resume, letter }: ResumeCase): Reading {
  const documents = [
    { id: 'resume', kind: 'resume' as const, text: resume },
    ...(letter ? [{ id: 'letter', kind: 'cover-letter' as const, text: letter }] : []),
  ];
  return readApplication({ documents, profile, level, now: readOn });
}

it('holds people of different kinds', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(14);
});

describe.each(corpus.map((one) => [one.who, one] as const))('%s', (_who, one) => {
  const reading = read(one);

  it('gets the ratings that the file argues for', () => {
    const suggested = Object.fromEntries(
      reading.criteria.map((criterion) => [criterion.tag, criterion.suggestedRating]),
    );
    expect(suggested).toEqual(Object.fromEntries(Object.entries(one.ratings).map(([tag, [rating]]) => [tag, rating])));
    expect(reading.criteria.filter((criterion) => criterion.silent).map(({ tag }) => tag)).toEqual(one.silent ?? []);
  });

  it('gets the years by kind', () => {
    const { embeddedYears, mlYears, equivalenceMet } = reading.experience;
    expect({ embeddedYears, mlYears, equivalenceMet }).toEqual({
      embeddedYears: one.embeddedYears,
      mlYears: one.mlYears,
      equivalenceMet: one.equivalenceMet,
    });
  });

  it('gets its figures and its refusals', () => {
    const figures = reading.figures.map(({ kind, value, unit }) => [kind, value, unit]);
    for (const figure of one.figures ?? []) expect(figures).toContainEqual(figure);
    const refused = reading.criteria.flatMap(({ notCounted }) => notCounted.map(({ term, stance }) => [term, stance]));
    for (const refusal of one.notCounted ?? []) expect(refused).toContainEqual(refusal);
  });

  it('quotes to the letter and gives its reasons', () => {
    const texts: Record<string, string> = { resume: one.resume, letter: one.letter ?? '' };
    for (const { evidence, notCounted, reasons, rules } of reading.criteria) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(rules).toHaveLength(reasons.length);
      for (const item of [...evidence, ...notCounted]) {
        expect(texts[item.document]?.slice(item.start, item.end)).toBe(item.quote);
        expect(item.quote).toContain(item.term);
      }
    }
  });
});
