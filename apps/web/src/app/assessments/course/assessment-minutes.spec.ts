// Moments since the start, as a clock shows them.
import { sinceStartText } from './assessment-minutes';

it.each([
  [0, '0:00 in'],
  [65_400, '1:05 in'],
  [760_000, '12:40 in'],
  [3_661_000, '1:01:01 in'],
])('%i ms: %s', (atMs, text) => expect(sinceStartText(atMs)).toBe(text));
