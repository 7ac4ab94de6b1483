// Nobody starts who has not said that they read what is recorded, in the words that hold now.
import { assertConsent } from './consent';

it.each([undefined, ''])('refuses a start with %p, and says that the clock has not started', (given) => {
  expect(() => assertConsent(given, 'abc')).toThrow(
    expect.objectContaining({
      code: 'consent-missing',
      message: expect.stringContaining('The clock has not started') as string,
    }) as Error,
  );
});

it('refuses words of another version, and tells which holds', () => {
  expect(() => assertConsent('old', 'abc')).toThrow(
    expect.objectContaining({ code: 'consent-outdated', details: { version: 'abc' } }) as Error,
  );
});

it('takes the words that hold', () => {
  expect(() => assertConsent('abc', 'abc')).not.toThrow();
});
