// Draws five layers with sizes, losses and times at 16, 8 and 4 bits, a flash budget and a latency limit. Drawn until every shortcut ends
// with another loss than the best assignment, the latency limit costs something, and the wanted advice is the right one;
// several limits are tried on each set of layers.

const decimals = (x, digits) => Number(x.toFixed(digits));
const assignments = Array.from({ length: 243 }, (_, n) => [0, 1, 2, 3, 4].map((i) => Math.floor(n / 3 ** i) % 3));

function drawUntil(draw, isGood) {
  for (let attempt = 0; attempt < 60000; attempt++) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('no variant found: widen the ranges');
}

// Sizes in kB with all scales; losses in hundredths of a point, so that sums are exact; times in µs. Four bits must be unpacked, which
// costs some layers more time than the smaller weights save.
function layer(random, i) {
  const eight = random.integer(4, 26) * 16;
  const time = random.integer(12, 60) * 10;
  const lossAtEight = random.integer(1, 24);
  return {
    name: `L${i + 1}`,
    kB: [2 * eight, eight, (eight * 9) / 16],
    loss: [0, lossAtEight, lossAtEight + random.integer(6, 80)],
    us: [Math.round(time * random.real(1.3, 1.9)), time, Math.round(time * random.real(0.75, 1.5))],
  };
}

// Size, loss and time of all 243 assignments, worst loss last, so that the first that fits is the best.
function outcomes(list) {
  const total = (key, a) => list.reduce((sum, l, i) => sum + l[key][a[i]], 0);
  return assignments.map((a) => ({ a, kB: total('kB', a), loss: total('loss', a), us: total('us', a) })).sort((x, y) => x.loss - y.loss);
}

const first = (all, budget, limit) => all.find((x) => x.kB <= budget && x.us <= limit);

// From 16 bits everywhere, one step at a time, always the step of the lowest rank. A draw between two steps ends a fair walk as NaN.
function walk(list, budget, rank, isFair = false) {
  const a = list.map(() => 0);
  const total = (key) => list.reduce((sum, l, i) => sum + l[key][a[i]], 0);
  while (total('kB') > budget) {
    const open = list.map((_, i) => i).filter((i) => a[i] < 2);
    const ranks = open.map((i) => rank(list[i].loss[a[i] + 1] - list[i].loss[a[i]], list[i].kB[a[i]] - list[i].kB[a[i] + 1]));
    const lowest = Math.min(...ranks);
    if (isFair && ranks.filter((r) => r < lowest * 1.0001).length > 1) return NaN;
    a[open[ranks.indexOf(lowest)]] += 1;
  }
  return total('loss');
}

function adviceOf(all, timed, { budget, limit, wider, slower }) {
  const byFlash = first(all, wider, limit).loss;
  const byLatency = first(all, budget, slower).loss;
  if (byFlash !== byLatency) return byFlash < byLatency ? 'flash' : 'latency';
  if (byFlash < timed.loss) return 'equal';
  return first(all, wider, slower).loss < timed.loss ? 'together' : 'none';
}

function isTelling(list, all, limits, wanted) {
  const { budget, limit } = limits;
  const best = first(all, budget, Infinity);
  const timed = first(all, budget, limit);
  if (!timed || timed.loss === best.loss || adviceOf(all, timed, limits) !== wanted) return false;
  const room = 1 - timed.kB / budget - (1 - timed.us / limit);
  const fullest = room < 0 ? 'flash' : 'latency';
  if (Math.abs(room) < 0.002 || fullest === wanted) return false;
  const greedy = walk(list, budget, (loss, saved) => loss / saved, true);
  const atEight = all.find((x) => x.a.every((step) => step === 1)).loss;
  if (!(greedy - best.loss >= 2) || atEight === best.loss || atEight === timed.loss) return false;
  const byLoss = walk(list, budget, (loss) => loss);
  const bySize = walk(list, budget, (_, saved) => -saved);
  const withoutSixteen = first(all.filter((x) => !x.a.includes(0)), budget, Infinity).loss;
  if (byLoss === greedy || bySize === greedy || withoutSixteen === best.loss) return false;
  return all.filter((x) => x.kB <= budget && x.us <= limit).length >= 4;
}

export function variant(random) {
  const wanted = random.pick(['flash', 'latency', 'together', 'none']);
  const { list, limits } = drawUntil(
    () => {
      const layers = [0, 1, 2, 3, 4].map((i) => layer(random, i));
      const at = (key, share) => Math.round(layers.reduce((sum, l) => sum + l[key][1], 0) * share);
      const all = outcomes(layers);
      const tried = Array.from({ length: 40 }, () => {
        const budget = at('kB', random.real(0.8, 1.2));
        const limit = at('us', random.real(0.98, 1.25));
        return { budget, limit, wider: Math.round(budget * 1.06), slower: Math.round(limit * 1.06) };
      });
      return { list: layers, limits: tried.find((t) => isTelling(layers, all, t, wanted)) };
    },
    (drawn) => drawn.limits !== undefined,
  );
  return {
    parameters: {
      channelsX: random.integer(3, 60) * 8,
      kernelX: random.pick([3, 5, 7]),
      layers: list.map((l) => ({ ...l, loss: l.loss.map((x) => decimals(x / 100, 2)) })),
      ...limits,
    },
  };
}
