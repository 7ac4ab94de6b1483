// Works the answers out from the prompt and the figures as a candidate reads them: samples are counted, none is sorted.

const number = (prompt, pattern) => Number(pattern.exec(prompt)[1].replaceAll(/\s/g, ''));

// The smallest sample that at least so many per cent of all do not exceed.
function nearestRank(samples, percent) {
  const reaches = (x) => 100 * samples.filter((y) => y <= x).length >= percent * samples.length;
  return Math.min(...samples.filter(reaches));
}

function warmup(frames) {
  const later = frames.filter(([n]) => n >= 21).map(([, ms]) => ms);
  // Of twenty samples: the mean of the tenth from below and the tenth from above.
  const fromAbove = -nearestRank(
    later.map((ms) => -ms),
    50,
  );
  const median = (nearestRank(later, 50) + fromAbove) / 2;
  const isNear = (ms) => ms >= 0.9 * median && ms <= 1.1 * median;
  for (let discarded = 0; discarded <= frames.length; discarded++)
    if (frames.slice(discarded).every(([, ms]) => isNear(ms))) return discarded;
  return frames.length;
}

const mean = (samples) => samples.reduce((sum, x) => sum + x / samples.length, 0);

export function solve(prompt, figures) {
  const points = (id) => figures.find((figure) => figure.id === id).series[0].points;
  const between = (list, from, to) => list.filter(([t]) => t >= from && t < to).map(([, y]) => y);
  const stages = number(prompt, /Pre-processing takes ([\d.]+) ms/) + number(prompt, /post-processing ([\d.]+) ms/);
  const nominal = number(prompt, /nominal clock is ([\d\s]+) MHz/);
  const required = number(prompt, /detector at \*\*([\d.]+) frames\/s\*\*/);
  const run = points('run');
  const onset = Math.min(
    ...points('clock')
      .filter(([, mhz]) => mhz < nominal)
      .map(([t]) => t),
  );
  const rate = (ms) => 1000 / (ms + stages);
  const cool = rate(mean(between(run, 60, onset)));
  const hot = rate(mean(between(run, 900, Infinity)));
  const held = [cool, hot].map((fps) => fps >= required);
  const claim = held[0] && held[1] ? 'sustained' : held[0] ? 'until-throttling' : 'never';
  const builds = figures
    .find(({ id }) => id === 'builds')
    .series.map(({ name, points: list }) => ({
      name: `p${/\d+/.exec(name)[0]}`,
      ms: mean(between(list, 900, Infinity)),
    }));
  return {
    warmupFrames: warmup(points('startup')),
    onset,
    p50: nearestRank(between(run, 60, onset), 50),
    p99: nearestRank(between(run, 60, Infinity), 99),
    sustainedRate: hot,
    claim,
    order: builds.sort((a, b) => a.ms - b.ms).map(({ name }) => name),
  };
}
