// Sleep and changed clocks.
import { clockJumped } from './clock-jump';

describe('clockJumped', () => {
  const before = { wall: 1_000_000, monotonic: 5000 };

  it('is calm while both clocks go at one pace, however long', () => {
    expect(clockJumped(before, { wall: 1_900_000, monotonic: 905_000 })).toBe(false);
    expect(clockJumped(before, { wall: 1_006_000, monotonic: 10_000 })).toBe(false);
  });

  it('notices sleep, and a clock that was set back', () => {
    expect(clockJumped(before, { wall: 1_600_000, monotonic: 10_000 })).toBe(true);
    expect(clockJumped(before, { wall: 1_000_000 - 3_600_000, monotonic: 10_000 })).toBe(true);
  });
});
