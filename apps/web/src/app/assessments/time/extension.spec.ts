// The sum under a grant is the one that the server makes.
import { extensionMinutes, grantText } from './extension';

it.each([
  [90, 1.5, 0, 45],
  [90, 1.1, 0, 9],
  [85, 1.25, 5, 27],
  [90, 1, 0, 0],
  [90, 0, 0, 0],
])('%i minutes × %d + %i adds %i', (minutes, multiplier, extra, added) => {
  expect(extensionMinutes(minutes, multiplier, extra)).toBe(added);
});

it('tells a grant in a line, without what was not granted', () => {
  const grant = { multiplier: 1.5, extraMinutes: 0, breaks: 2, breakMinutes: 10, format: null };
  expect(grantText(grant)).toBe('× 1.5; 2 breaks of 10\u00A0min');
  expect(grantText({ ...grant, extraMinutes: 5, breaks: 0, format: 'Large print' })).toBe(
    '× 1.5 + 5\u00A0min; Large print',
  );
});
