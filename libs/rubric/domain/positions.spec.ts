// Where positions stand in the layouts that people use, what kind they are, and how their years add up.
import { experienceOf, monthsCovered } from './experience';
import { findPositions, type PlacedPosition } from './positions';
import { linesOf, statementsOf } from './statements';

function positionsIn(text: string): PlacedPosition[] {
  const lines = linesOf(text);
  return findPositions('d', text, lines, statementsOf(text, lines), '2026-06-15');
}

const brief = (text: string): string[] =>
  positionsIn(text).map(({ title, from, to, kinds }) => `${title} ${from} ${to} ${kinds.join('+')}`);

it.each([
  [
    'title and dates on one line',
    'Experience\n\nFirmware Engineer, Acme GmbH, Ulm (Mar 2019 – Jun 2021)\n- Wrote drivers.',
  ],
  ['dates below the title', 'Experience\n\nFirmware Engineer, Acme GmbH\nMar 2019 – Jun 2021 | Ulm\n- Wrote drivers.'],
  [
    'employer, dates, then the title',
    'Experience\n\nAcme GmbH    03/2019 – 06/2021\nFirmware Engineer\n- Wrote drivers.',
  ],
  ['dates first, as in German tables', 'Berufserfahrung\n\n03/2019 – 06/2021\tFirmware Engineer, Acme GmbH'],
  [
    'dates first, on a line of their own',
    'Experience\n\n03/2019 – 06/2021\nFirmware Engineer at Acme\n- Wrote drivers.',
  ],
  ['a bullet a position', 'Work history\n- Firmware Engineer, Acme GmbH, Mar 2019 – Jun 2021'],
  ['a sentence', 'From March 2019 to June 2021 I worked as Firmware Engineer at Acme and wrote drivers.'],
  ['no heading at all', 'Jo Ek\n\nFirmware Engineer | Acme | 2019-03 – 2021-06\nWrote drivers.'],
])('finds a position with %s', (_layout, text) => {
  expect(positionsIn(text).map(({ from, to, kinds }) => ({ from, to, kinds }))).toEqual([
    { from: '2019-03', to: '2021-06', kinds: ['embedded'] },
  ]);
  expect(positionsIn(text)[0]?.title).toContain('Firmware Engineer');
});

it.each([
  ['studies', 'Education\nMSc Electrical Engineering, Lund, 2016 – 2018'],
  ['a project of one’s own', 'Projects\nOven watcher, 2019 – 2020\n- Wrote firmware.'],
  ['dates inside a bullet of a position', 'Notes\n- Led the migration (2019 – 2020) of the bootloader.'],
])('takes %s for no position', (_what, text) => {
  expect(positionsIn(text)).toEqual([]);
});

it('tells the kind from the title or from what is told, and gives one to nobody else', () => {
  expect(
    brief(
      'Experience\n\nSoftware Engineer, A, Jan 2020 – Dec 2020\n- Wrote firmware for a pump on an STM32.\n- Debugged it over JTAG.\n\nSoftware Engineer, B, Jan 2021 – Dec 2021\n- Trained a neural network in PyTorch.\n\nEdge AI Engineer, C, Jan 2022 – Dec 2022\n\nAI Sales Manager, D, Jan 2023 – Dec 2023\n- Visited customers.',
    ),
  ).toEqual([
    'Software Engineer 2020-01 2020-12 embedded',
    'Software Engineer 2021-01 2021-12 ml',
    'Edge AI Engineer 2022-01 2022-12 embedded+ml',
    'AI Sales Manager 2023-01 2023-12 ',
  ]);
});

it('counts overlapping spans once and a gap not at all', () => {
  expect(
    monthsCovered([
      { from: 0, to: 12 },
      { from: 6, to: 18 },
      { from: 8, to: 10 },
      { from: 30, to: 36 },
    ]),
  ).toBe(24);
  const { embeddedYears, mlYears, relevantYears, equivalenceMet } = experienceOf(
    positionsIn(
      'Experience\n\nFirmware Engineer, A, Jan 2019 – Dec 2020\n\nFirmware Consultant, B, Jul 2020 – Jun 2021\n\nML Engineer, C, Jan 2021 – Dec 2022',
    ),
  );
  expect({ embeddedYears, mlYears, relevantYears, equivalenceMet }).toEqual({
    embeddedYears: 2.5,
    mlYears: 2,
    relevantYears: 4,
    equivalenceMet: true,
  });
});

it('wants one year of embedded and two of machine learning for the equivalence', () => {
  const met = (embedded: string, ml: string): boolean =>
    experienceOf(positionsIn(`Experience\n\nFirmware Engineer, A, ${embedded}\n\nML Engineer, B, ${ml}`))
      .equivalenceMet;
  expect([
    met('Jan 2019 – Dec 2019', 'Jan 2020 – Dec 2021'),
    met('Jan 2019 – Nov 2019', 'Jan 2020 – Dec 2021'),
    met('Jan 2019 – Dec 2019', 'Jan 2020 – Nov 2021'),
  ]).toEqual([true, false, false]);
});
