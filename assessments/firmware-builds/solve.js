// Works the answers out from the prompt and the figures as a candidate reads them: runs are compared two by two.

const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

function runsIn(prompt) {
  return [...prompt.matchAll(/^\| \d+ \|.*\|$/gm)].map(([line]) => {
    const [n, build, unit, room, governor, p50, p95] = cells(line);
    return { n: Number(n), build, unit, room, governor, p50: Number(p50), p95: Number(p95) };
  });
}

const nearestRank = (samples, percent) =>
  Math.min(...samples.filter((x) => 100 * samples.filter((y) => y <= x).length >= percent * samples.length));

// Of an even number of samples: between the last that half of them do not exceed and the first that half do not fall below.
const medianOf = (samples) =>
  (nearestRank(samples, 50) -
    nearestRank(
      samples.map((x) => -x),
      50,
    )) /
  2;

const isSameSetting = (a, b) => a.unit === b.unit && a.room === b.room && a.governor === b.governor;
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

// How far the runs of two builds are from having each level of a factor equally often.
function unevenness(runs, factor, build) {
  const levels = [...new Set(runs.map((run) => run[factor]))];
  const count = (level, isOld) => runs.filter((run) => run[factor] === level && (run.build === build) === isOld).length;
  return levels.reduce((sum, level) => sum + (count(level, true) - count(level, false)) ** 2, 0);
}

export function solve(prompt, figures, fields) {
  const frames = figures.find(({ id }) => id === 'frames').series[0].points.map(([, ms]) => ms);
  const counted = frames.slice(10);
  const [, oldBuild, newBuild] = /Changes are those from (\S+) to (\S+), in/.exec(prompt);
  const raw = Number(/frames of run (\d+)/.exec(prompt)[1]);
  const repeatability = Number(/at most \*\*([\d.]+) %\*\*/.exec(prompt)[1]);
  const p50 = medianOf(counted);
  const p95 = nearestRank(counted, 95);
  const runs = runsIn(prompt).map((run) => (run.n === raw ? { ...run, p50, p95 } : run));
  const of = (build) => runs.filter((run) => run.build === build);
  const pairs = of(oldBuild).flatMap((old) =>
    of(newBuild)
      .filter((fresh) => isSameSetting(old, fresh))
      .map((fresh) => ({ old, fresh })),
  );
  const matched = mean(pairs.map(({ old, fresh }) => (100 * (fresh.p50 - old.p50)) / old.p50));
  const [before, after] = [oldBuild, newBuild].map((build) => mean(of(build).map((run) => run.p50)));
  const factors = ['unit', 'room', 'governor'].map((factor) => ({
    factor,
    uneven: unevenness(runs, factor, oldBuild),
  }));
  const worst = factors.reduce((a, b) => (b.uneven > a.uneven ? b : a));
  const named = [...prompt.matchAll(/([PQRS]) \(run (\d+) and run (\d+)\)/g)].map(([, name, one, other]) => {
    const two = [one, other].map((n) => runs.find((run) => run.n === Number(n)));
    const [old, fresh] = two[0].build === oldBuild ? two : two.toReversed();
    return { name: name.toLowerCase(), change: fresh.p95 / old.p95 };
  });
  const next = fields
    .find(({ name }) => name === 'next')
    .options.find(({ label }) => {
      const [, build, unit, room, governor] = /^(\S+) on unit (\d+) at (\d+) °C, (\w+)$/.exec(label);
      const there = runs.filter((run) => isSameSetting(run, { unit, room, governor }));
      return there.length === 1 && there[0].build !== build;
    });
  return {
    p50,
    p95,
    slide: (100 * (after - before)) / before,
    matched,
    confounder: worst.uneven === 0 ? 'none' : worst.factor,
    claim: Math.abs(matched) <= repeatability ? 'within' : matched < 0 ? 'faster' : 'slower',
    next: next.value,
    order: named.sort((a, b) => b.change - a.change).map(({ name }) => name),
  };
}
