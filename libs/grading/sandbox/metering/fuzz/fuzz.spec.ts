// Random programs, well-formed and ill-formed, through validation and the meter against the naive interpreter.
// `BRINGUP_FUZZ_CASES=100000 npx jest -c .config/jest.config.cjs --testPathPatterns metering/fuzz` runs as many as it says.
import { runCase } from './compare';

const cases = Number(process.env.BRINGUP_FUZZ_CASES ?? 400);
const first = Number(process.env.BRINGUP_FUZZ_FIRST ?? 0);

it('meters whatever is well-formed exactly, and refuses the rest in words', () => {
  const sums = { refused: 0, returned: 0, stopped: 0, bad: 0, units: 0 };
  for (let seed = first; seed < first + cases; seed++) {
    const outcome = runCase(seed);
    sums.refused += outcome.refused ? 1 : 0;
    sums.returned += outcome.returned;
    sums.stopped += outcome.stopped;
    sums.bad += outcome.bad;
    sums.units += outcome.units;
  }
  // Enough of everything, or the comparison says nothing.
  expect(sums.refused).toBeGreaterThan(cases / 5);
  expect(sums.returned).toBeGreaterThan(cases);
  expect(sums.stopped).toBeGreaterThan(cases / 10);
  expect(sums.bad).toBeGreaterThan(cases / 100);
  expect(sums.units).toBeGreaterThan(cases * 50);
}, 7_200_000);
