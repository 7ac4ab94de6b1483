// Words about a clock that is wrong.
import { driftWords } from './drift-words';

describe('driftWords', () => {
  it('is silent about a few seconds', () => {
    expect(driftWords(0)).toBeUndefined();
    expect(driftWords(-29_999)).toBeUndefined();
  });

  it('says how far the clock is off, in which direction, and that it does not count', () => {
    expect(driftWords(2 * 3_600_000)).toMatch(/^This computer's clock is 2\sh ahead\. That changes nothing/);
    expect(driftWords(-300_000)).toMatch(/5\smin behind/);
  });
});
