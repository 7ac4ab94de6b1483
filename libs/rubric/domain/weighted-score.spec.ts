// The weighted score: what is not rated is left out, never zero, and its bounds hold.
import fc from 'fast-check';
import { criterionTags, levels, profileSlugs } from './rubric';
import { rubricOf } from './rubric-of';
import { type Ratings, weightedScore } from './weighted-score';

const ratings = fc.record(
  Object.fromEntries(criterionTags.map((tag) => [tag, fc.option(fc.integer({ min: 0, max: 4 }))])),
) as fc.Arbitrary<Ratings>;
const role = fc.record({ profile: fc.constantFrom(...profileSlugs), level: fc.constantFrom(...levels) });

it('gives 100 for all 4, 0 for all 0, 50 for all 2', () => {
  const all = (rating: 0 | 2 | 4): number | null =>
    weightedScore({ Q1: rating, Q2: rating, Q3: rating, Q4: rating, Q5: rating }, 'edge-ai-engineer', 'mid').score;
  expect([all(4), all(0), all(2)]).toEqual([100, 0, 50]);
});

it('leaves out what is not rated and says how much was', () => {
  expect(weightedScore({ Q1: 3, Q4: null }, 'edge-ai-engineer', 'mid')).toEqual({
    score: 75,
    coverage: 0.25,
    lowest: 18.8,
    highest: 93.8,
    unrated: ['Q2', 'Q3', 'Q4', 'Q5'],
  });
  expect(weightedScore({}, 'edge-ai-engineer', 'mid')).toMatchObject({
    score: null,
    coverage: 0,
    lowest: 0,
    highest: 100,
  });
});

it('stays between its bounds, and rating one more criterion never leads out of them', () => {
  fc.assert(
    fc.property(
      ratings,
      role,
      fc.constantFrom(...criterionTags),
      fc.constantFrom(0, 1, 2, 3, 4),
      (given, { profile, level }, tag, rating) => {
        const before = weightedScore({ ...given, [tag]: null }, profile, level);
        const after = weightedScore({ ...given, [tag]: rating }, profile, level);
        expect(after.score).not.toBeNull();
        expect(after.score).toBeGreaterThanOrEqual(0);
        expect(after.score).toBeLessThanOrEqual(100);
        expect(after.lowest).toBeGreaterThanOrEqual(before.lowest);
        expect(after.highest).toBeLessThanOrEqual(before.highest);
      },
    ),
  );
});

it.each([-1, 5, 2.5, Number.NaN])('refuses the rating %s', (rating) => {
  expect(() => weightedScore({ Q1: rating as 0 }, 'edge-ai-engineer', 'mid')).toThrow(/whole number from 0 to 4/);
});

it('has a rubric for every profile and level: weights of 100, five anchors a criterion, senior unlike junior', () => {
  for (const profile of profileSlugs) {
    for (const level of levels) {
      const { criteria } = rubricOf(profile, level);
      expect(criteria.map(({ tag }) => tag)).toEqual([...criterionTags]);
      expect(criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      for (const { anchors } of criteria) expect(new Set(anchors).size).toBe(5);
    }
    const [junior, senior] = [rubricOf(profile, 'junior'), rubricOf(profile, 'senior')];
    junior.criteria.forEach(({ anchors }, index) => expect(senior.criteria[index]?.anchors).not.toEqual(anchors));
  }
});

it('names what it knows when a profile or level is unknown', () => {
  expect(() => rubricOf('chef', 'mid')).toThrow(/edge-ai-engineer, embedded-ai-engineer/);
  expect(() => rubricOf('edge-ai-engineer', 'staff')).toThrow(/junior, mid, senior/);
});
