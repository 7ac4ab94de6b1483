// The sum under a grant is the one that the server makes.
import { extensionMinutes } from './extension';

it.each([
  [90, 1.5, 0, 45],
  [90, 1.1, 0, 9],
  [85, 1.25, 5, 27],
  [90, 1, 0, 0],
  [90, 0, 0, 0],
])('%i minutes × %d + %i adds %i', (minutes, multiplier, extra, added) => {
  expect(extensionMinutes(minutes, multiplier, extra)).toBe(added);
});
