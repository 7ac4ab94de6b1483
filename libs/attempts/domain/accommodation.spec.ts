// What a grant adds, and which grants make no sense.
import fc from 'fast-check';
import { assertGrant, assertNotShortened, extensionMinutes, type Grant, grantText } from './accommodation';

const grant = (change: Partial<Grant> = {}): Grant => ({
  ...{ multiplier: 1, extraMinutes: 0, breaks: 0, breakMinutes: 0, format: null },
  ...change,
});
const refusedAs = (code: string) => expect.objectContaining({ code }) as Error;

describe('the extension', () => {
  it.each([
    [90, 1.5, 0, 45],
    [90, 1, 30, 30],
    [85, 1.25, 0, 22],
    [90, 1.1, 0, 9],
    [90, 1.5, 10, 55],
    [90, 1, 0, 0],
  ])('of %i minutes by × %d plus %i is %i', (minutes, multiplier, extraMinutes, extension) => {
    expect(extensionMinutes(minutes, { multiplier, extraMinutes })).toBe(extension);
  });

  it('is a whole number, never less than what was granted and never a minute more', () => {
    const hundredths = fc.integer({ min: 100, max: 500 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 480 }),
        hundredths,
        fc.nat({ max: 720 }),
        (minutes, times, extraMinutes) => {
          const extension = extensionMinutes(minutes, { multiplier: times / 100, extraMinutes });
          const exact = minutes * (times - 100) + extraMinutes * 100;
          expect(extension * 100).toBeGreaterThanOrEqual(exact);
          expect(extension * 100).toBeLessThan(exact + 100);
        },
      ),
    );
  });
});

describe('a grant', () => {
  it('gives something, and breaks with their minutes', () => {
    expect(() => assertGrant(90, grant())).toThrow(refusedAs('grant-empty'));
    expect(() => assertGrant(90, grant({ breaks: 2 }))).toThrow(refusedAs('grant-breaks-invalid'));
    expect(() => assertGrant(90, grant({ breakMinutes: 5 }))).toThrow(refusedAs('grant-breaks-invalid'));
    expect(() => assertGrant(700, grant({ multiplier: 3 }))).toThrow(refusedAs('grant-too-long'));
    expect(() => assertGrant(90, grant({ format: 'Large print' }))).not.toThrow();
  });

  it('does not shorten an attempt that runs', () => {
    const had = { extensionMinutes: 45, breaks: 2, breakMinutes: 10, startedAt: new Date() };
    expect(() => assertNotShortened(had, 44, grant({ breaks: 2, breakMinutes: 10 }))).toThrow(
      refusedAs('grant-shortened'),
    );
    expect(() => assertNotShortened(had, 45, grant({ breaks: 1, breakMinutes: 10 }))).toThrow(
      refusedAs('grant-shortened'),
    );
    expect(() => assertNotShortened(had, 60, grant({ breaks: 2, breakMinutes: 15 }))).not.toThrow();
    expect(() => assertNotShortened({ ...had, startedAt: null }, 0, grant({ extraMinutes: 1 }))).not.toThrow();
  });

  it('reads as one line', () => {
    expect(grantText(90, grant({ multiplier: 1.5, breaks: 2, breakMinutes: 10, format: 'Large print' }))).toBe(
      '90 minutes + 45 minutes, 2 breaks of 10 minutes, another format',
    );
  });
});
