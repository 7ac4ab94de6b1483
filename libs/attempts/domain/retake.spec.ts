// When the same task may be sent to the same candidate again.
import { assertRetake, tooEarly } from './retake';

const day = 24 * 60 * 60_000;
const now = new Date(Date.UTC(2026, 10, 25));
const seen = (slug: string, daysAgo: number) => ({
  slug,
  title: `Task ${slug}`,
  seenAt: new Date(now.getTime() - daysAgo * day),
});

it('is too early within the days, and not on the last of them', () => {
  expect(tooEarly([seen('a', 179.9), seen('b', 180)], 180, now).map(({ slug }) => slug)).toEqual(['a']);
  expect(tooEarly([seen('a', 0.1)], 0, now)).toEqual([]);
});

it('counts the newest time of each task', () => {
  expect(tooEarly([seen('a', 170), seen('a', 10), seen('b', 5)], 180, now)).toEqual([seen('b', 5), seen('a', 10)]);
});

it('asks for a reason, and says from when on none is needed', () => {
  const early = [seen('a', 10)];
  expect(() => assertRetake(early, 180, 'The connection failed.')).not.toThrow();
  expect(() => assertRetake([], 180, null)).not.toThrow();
  expect(() => assertRetake(early, 180, null)).toThrow(
    expect.objectContaining({
      code: 'retake-reason-required',
      details: expect.objectContaining({
        tasks: [expect.objectContaining({ slug: 'a', freeAt: new Date(now.getTime() + 170 * day).toISOString() })],
      }) as unknown,
    }) as Error,
  );
});
