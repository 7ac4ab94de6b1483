// Works the answers out from the prompt and the figures as a candidate reads them: interval ends by bisection of the score.

const number = (text) => Number(text.replaceAll(/\s/g, ''));

function revisionsIn(prompt) {
  return [...prompt.matchAll(/^\| Revision \d+ \| ([\d\s]+) \| ([\d\s]+) \|/gm)].map(([, fleet, updated]) => ({
    fleet: number(fleet),
    updated: number(updated),
  }));
}

// An end of Wilson's interval: the rate from which the observed count lies z standard deviations away.
function wilsonEnd(failed, devices, z, isUpper) {
  const observed = failed / devices;
  let [near, far] = [observed, isUpper ? 1 : 0];
  for (let i = 0; i < 200; i++) {
    const rate = (near + far) / 2;
    const away = Math.abs(observed - rate) / Math.sqrt((rate * (1 - rate)) / devices);
    if (away < z) near = rate;
    else far = rate;
  }
  return near;
}

function cleanDevices(limit) {
  let n = 0;
  for (let chance = 1; chance > 0.05; n++) chance *= 1 - limit;
  return n;
}

export function solve(prompt, figures) {
  const limit = Number(/failure rate of \*\*([\d.]+) %\*\*/.exec(prompt)[1]) / 100;
  const z = Number(/\(z = ([\d.]+)\)/.exec(prompt)[1]);
  const failed = figures.find(({ id }) => id === 'failures').series.map(({ points }) => points.at(-1)[1]);
  const revisions = revisionsIn(prompt).map((one, i) => ({ ...one, name: `r${i + 1}`, failed: failed[i] }));
  const sum = (list, key) => list.reduce((total, one) => total + one[key], 0);
  const byRate = [...revisions].sort((a, b) => b.failed / b.updated - a.failed / a.updated);
  const end = (list, isUpper) => wilsonEnd(sum(list, 'failed'), sum(list, 'updated'), z, isUpper);
  const upper = end(revisions, true);
  let decision = 'hold';
  if (upper < limit) decision = 'continue';
  if (end(byRate.slice(0, 1), false) > limit) decision = 'halt-revision';
  if (end(byRate.slice(1), false) > limit) decision = 'halt-all';
  return {
    rate: (100 * sum(revisions, 'failed')) / sum(revisions, 'updated'),
    upperBound: 100 * upper,
    order: byRate.map(({ name }) => name),
    expected: revisions.reduce((total, one) => total + ((one.fleet - one.updated) / one.updated) * one.failed, 0),
    decision,
    cleanDevices: cleanDevices(limit),
  };
}
