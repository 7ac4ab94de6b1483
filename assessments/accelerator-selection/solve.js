// Works the answers out from the prompt and the figures as a candidate reads them: one hour of frames on each board.

const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const number = (text, pattern) => Number(pattern.exec(text)[1].replaceAll(/\s/g, ''));

function boardsIn(prompt) {
  const measured = prompt.slice(prompt.indexOf('## What was measured'));
  return [...measured.matchAll(/^\| K\d \|.*\|$/gm)].map(([line]) => {
    const [label, pre, backbone, special, head, headOnHost, post, quote] = cells(line);
    const [, operator, place] = /^([\d.]+) on the (.+)$/.exec(special);
    const times = [pre, backbone, operator, head, headOnHost, post, quote].map((text) =>
      Number(text.replaceAll(/\s/g, '')),
    );
    return { label, name: label.toLowerCase(), times, isOnHost: place.includes('host') };
  });
}

// The compiler of K2 leaves everything behind the first unsupported operator on the host.
function coldLatency({ label, times, isOnHost }) {
  const [pre, backbone, operator, head, headOnHost, post] = times;
  return pre + backbone + operator + (label === 'K2' && isOnHost ? headOnHost : head) + post;
}

// Joules of an hour at so many frames a second, over 3,600 s.
function averagePower({ hot, waiting, working }, rate) {
  const frames = 3600 * rate;
  const busy = (frames * hot) / 1000;
  return (busy * working + (3600 - busy) * waiting) / 3600;
}

// The rate at which two boards take the same, by bisection between rates at which one and then the other takes more.
function crossing(a, b) {
  const difference = (rate) => averagePower(a, rate) - averagePower(b, rate);
  let [low, high] = [0, 1e5];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(difference(middle)) === Math.sign(difference(low))) low = middle;
    else high = middle;
  }
  return low;
}

export function solve(prompt, figures) {
  const ambient = number(prompt, /At \*\*(\d+) °C\*\* ambient/);
  const rate = number(prompt, /ambient: \*\*([\d.]+) frames\/s\*\*/);
  const deadline = number(prompt, /within \*\*([\d.]+) ms\*\*/);
  const budget = number(prompt, /at most \*\*([\d.]+) W\*\*/);
  const work = number(prompt, /network has ([\d.]+) GOP/);
  const dense = number(prompt, /and ([\d.]+) TOPS \(dense\)/);
  const heat = figures.find(({ id }) => id === 'heat').series;
  const [waiting, working] = figures
    .find(({ id }) => id === 'power')
    .series.map(({ points }) => points.map(([, w]) => w));
  const boards = boardsIn(prompt).map((board, i) => ({
    ...board,
    hot: coldLatency(board) * new Map(heat[i].points).get(ambient),
    waiting: waiting[i],
    working: working[i],
  }));
  const called = (label) => boards.find((board) => board.label === label);
  const [, first, second] = /\*\*(K\d) and (K\d)\*\*: the frame rate/.exec(prompt);
  const [, asked] = /\*\*(K\d)\*\*: its average power/.exec(prompt);
  const k1 = called('K1');
  const [, backbone, operator, head] = k1.times;
  const onAccelerator = backbone + head + (k1.isOnHost ? 0 : operator);
  const powers = new Map(boards.map((board) => [board.name, averagePower(board, rate)]));
  const meeting = boards.filter(({ name, hot }) => hot <= deadline && powers.get(name) <= budget);
  const cheapest = meeting.reduce((best, one) => (best === null || one.times[6] < best.times[6] ? one : best), null);
  return {
    utilisation: (100 * work) / onAccelerator / dense,
    coral: coldLatency(called('K2')),
    power: powers.get(asked.toLowerCase()),
    crossing: crossing(called(first), called(second)),
    best: cheapest === null ? 'none' : cheapest.name,
    order: [...powers].sort((a, b) => a[1] - b[1]).map(([name]) => name),
  };
}
