// The notations of time spans that résumés use, and the spans that are none.
import { findDateRanges, monthText } from './dates';

const now = '2026-06-15';

function spans(text: string): string[] {
  return findDateRanges(text, now).map(
    ({ from, to, present }) => `${monthText(from)}..${present ? 'present' : monthText(to - 1)}`,
  );
}

it.each([
  ['Jan 2019 – Mar 2021', '2019-01..2021-03'],
  ['January 2019 to March 2021', '2019-01..2021-03'],
  ['Sept. 2018 - Apr. 2021', '2018-09..2021-04'],
  ['01/2019 - 03/2021', '2019-01..2021-03'],
  ['01.2019 – 03.2021', '2019-01..2021-03'],
  ['2019.01 - 2021.03', '2019-01..2021-03'],
  ['2019-01 – 2021-03', '2019-01..2021-03'],
  ['2019-01-15 to 2021-03-31', '2019-01..2021-03'],
  ['1 March 2019 – 30 June 2021', '2019-03..2021-06'],
  ["Jan '19 – Mar '21", '2019-01..2021-03'],
  ['März 2019 bis Oktober 2021', '2019-03..2021-10'],
  ['Spring 2019 – Autumn 2021', '2019-04..2021-10'],
  ['Q2 2019 – Q4 2021', '2019-04..2021-10'],
  ['03/2019–heute', '2019-03..present'],
  ['March 2019 - Present', '2019-03..present'],
  ['2019-08-01 – present', '2019-08..present'],
  ['since March 2019', '2019-03..present'],
  ['03/2019 –', '2019-03..present'],
])('reads %s', (text, expected) => {
  expect(spans(text)).toEqual([expected]);
});

it('takes the middle of a year of which nothing else is known, so that 2019–2021 is two years', () => {
  const [range] = findDateRanges('2019–2021', now);
  expect(range && range.to - range.from).toBe(24);
});

it('reads two-figure end years only where they cannot be a month', () => {
  expect(spans('2018-21')).toHaveLength(1);
  expect(spans('2011-12')).toHaveLength(0);
  expect(spans('2011–12')).toHaveLength(1);
});

it('never counts the future: what ends later ends now, what starts later is left out', () => {
  expect(findDateRanges('Jan 2026 – Dec 2029', now).map(({ from, to }) => to - from)).toEqual([6]);
  expect(spans('Jan 2027 – Dec 2029')).toEqual([]);
  expect(spans('2026 – present')).toHaveLength(1);
});

it.each([
  'Mar 2021 – Jan 2019',
  '1200 - 1400',
  '+49 2019 2021',
  '12.5 - 13.5 ms',
  '2019',
  'May 2021',
  'STM32-2019-2021X',
])('finds no span in %s', (text) => {
  expect(spans(text)).toEqual([]);
});

it('does not join a year at the end of a line with a bullet below it', () => {
  expect(spans('Acme, 2019\n- 15 FPS on a Coral')).toEqual([]);
});

it('says where the span stands', () => {
  const text = 'Engineer, Acme (Jan 2019 – Mar 2021), Ulm';
  const [range] = findDateRanges(text, now);
  expect(text.slice(range?.start, range?.end)).toBe('Jan 2019 – Mar 2021');
});
