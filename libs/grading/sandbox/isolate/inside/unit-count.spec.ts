// The count of instructions can only fall, by no more at once than one charge.
import { EngineFault } from './faults';
import { UnitCount } from './unit-count';

it('counts what was used, up to the limit', () => {
  const count = new UnitCount(1000);
  count.observe(400n);
  expect(count.used()).toBe(600);
  count.observe(-50n);
  expect(count.used()).toBe(1000);
});

it.each([
  ['grows', [500n, 501n]],
  ['starts above the limit', [1001n]],
  ['falls further than a charge', [-(2n ** 40n)]],
])('is a fault of ours when it %s', (_, seen) => {
  const count = new UnitCount(1000);
  expect(() => seen.forEach((left) => count.observe(left))).toThrow(EngineFault);
  expect(count.used()).toBeGreaterThanOrEqual(0);
});
