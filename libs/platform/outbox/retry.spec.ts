// When failed work is tried again.
import { maxTries, retryDelay } from './retry';

describe('the delay before the next try', () => {
  it('grows fourfold from one second to four minutes', () => {
    const delays = Array.from({ length: maxTries }, (_, index) => retryDelay(index + 1));
    expect(delays).toEqual([1000, 4000, 16_000, 64_000, 240_000, 240_000]);
  });
});
