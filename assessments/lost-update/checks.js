// The checks: samples are numbered, interrupts strike at every step and at every pair of steps, and what the driver gives is looked up
// in the list of samples: a batch is the next samples in order, a reading is one sample whole.

const unsigned = (x) => Number(x) >>> 0;
const never = 0xffffffff;
const read = { fired: 0, point: 1, faults: 2, longest: 3, sent: 4, first: 5, second: 6, words: 7 };
const mostSamples = 64;

// Samples whose three words differ from those of every other one.
function samplesOf(t, count) {
  const lows = t.random.shuffle(Array.from({ length: count }, (_, i) => i * 60000000 + t.random.integer(0, 50000000)));
  let high = t.random.integer(1, 400);
  return Array.from({ length: count }, (_, i) => {
    if (i > 0 && lows[i] < lows[i - 1]) high += 1;
    return { low: lows[i], high: (high += t.random.integer(1, 3)), value: 97 * i - 900 + t.random.integer(0, 90) };
  });
}

// A driver after a cold start, and what it has given so far.
function driverOf(t, count = mostSamples) {
  const samples = samplesOf(t, count);
  const memory = t.buffer(new Uint8Array(Uint32Array.from(samples.flatMap((s) => [s.low, s.high, s.value])).buffer));
  const out = t.zeroed(12);
  const ask = (what) => unsigned(t.call('model_read', what));
  let taken = 0;
  let given = -1;
  let where = '';

  const start = () => {
    t.call('model_start', memory.address);
    t.call('sensor_init');
    [taken, given] = [0, -1];
  };
  // Calls a function of the driver; gives what it returned, and checks what it sent and that interrupts are on again.
  const call = (name, words) => {
    const before = ask(read.sent);
    out.set(new Uint8Array(12).fill(0x5e));
    const returned = unsigned(t.call(name, out.address));
    t.equal(ask(read.faults), 0, `${name} keeps the rules of the model (sections end and do not nest, the interrupt does not send), ${where}`);
    const result = Array.from(out.int32());
    t.equal(ask(read.sent) - before, returned > 0 ? 1 : 0, `reports that ${name} sends, ${where}`);
    if (returned > 0) t.deepEqual([ask(read.first) | 0, ask(read.second) | 0], words(result), `what ${name} sends, ${where}`);
    return { returned, result };
  };
  const take = () => {
    const waiting = ask(read.fired) - taken;
    const { returned, result } = call('sensor_take', (words) => words.slice(0, 2));
    t.deepEqual([result[0], result[0] >= waiting, result[0] <= ask(read.fired) - taken], [returned, true, true], `a batch of ${returned} (count as returned; all ${waiting} from before the call; no more than there were), ${where}`);
    const sum = samples.slice(taken, taken + returned).reduce((total, s) => total + s.value, 0);
    t.equal(result[1], sum, `the sum of the batch of ${returned}, ${where}`);
    taken += returned;
  };
  // `parts` are the sides of the contract to look at: whole samples, or none forgotten or given twice.
  const latest = (parts) => {
    const newest = ask(read.fired) - 1;
    const { returned, result } = call('sensor_latest', (words) => [words[0], words[2]]);
    if (returned === 0) {
      if (parts !== 'whole') t.ok(newest <= given, `the reading ${newest + 1} has not been given before sensor_latest says that there is none, ${where}`);
      return;
    }
    const found = samples.findIndex((s) => [s.low | 0, s.high, s.value].every((word, i) => word === result[i]));
    const [low, high, value] = [(s) => (s.low | 0) === result[0], (s) => s.high === result[1], (s) => s.value === result[2]].map((is) => samples.findIndex(is) + 1);
    if (parts !== 'delivery') t.ok(found >= 0, `the reading is one sample (low word of sample ${low}, high word of ${high}, value of ${value}), ${where}`);
    // Without looking at the whole, the value tells which sample was meant.
    const index = found >= 0 ? found : value - 1;
    if (parts !== 'whole') t.ok(index >= newest && index > given, `sample ${index + 1} is given once and is as new as sample ${newest + 1} (${given + 1} was given before), ${where}`);
    given = index;
  };
  return {
    start,
    take,
    latest,
    ask,
    samples,
    memory,
    fire: (n) => {
      for (let i = 0; i < n; i++) t.call('model_interrupt');
    },
    schedule: (first, second = never, burst = 1) => t.call('model_schedule', first, second, burst),
    at: (text) => {
      where = text;
    },
    isDone: () => [taken, ask(read.fired)],
  };
}

// Steps of a call that nothing interrupts.
function stepsOf(driver, act) {
  driver.start();
  driver.fire(2);
  driver.schedule(never);
  act();
  return driver.ask(read.point);
}

// One or two interrupts at every step of a call, with 0 to 2 samples before it; then two calls in peace.
function everywhere(driver, act, inPairs, burst = 1) {
  driver.at('in a call that nothing interrupts');
  const steps = stepsOf(driver, act);
  for (let before = 0; before <= 2; before++) {
    for (let first = 0; first <= steps; first++) {
      for (let second = inPairs ? first + 1 : never; second <= (inPairs ? steps + 6 : never); second++) {
        driver.start();
        driver.fire(before);
        driver.at(`with ${before} samples before the call and ${burst > 1 ? `${burst} interrupts` : 'an interrupt'} before step ${first + 1}${inPairs ? ` and before step ${second + 1}` : ''}`);
        driver.schedule(first, second, burst);
        act();
        driver.schedule(never);
        act();
        act();
        driver.fire(1);
        act();
      }
    }
  }
}

// Only a function that is right has a section worth measuring.
function expectShort(t, act, driver, limit) {
  everywhere(driver, act, false);
  stepsOf(driver, act);
  const longest = driver.ask(read.longest);
  t.ok(longest <= limit, `the longest critical section has at most ${limit} steps (has ${longest})`);
}

export const checks = [
  {
    id: 'quiet',
    visible: true,
    title: 'Without interrupts during a call the driver keeps its contract',
    lesson: 'Whatever you change, what worked must go on working.',
    points: 1,
    run(t) {
      const driver = driverOf(t);
      driver.start();
      driver.schedule(never);
      for (const count of [0, 1, 3, 0, 2, 7]) {
        driver.at(`${count} samples after the last call`);
        driver.fire(count);
        driver.take();
        driver.latest('all');
        driver.latest('all');
        driver.take();
      }
    },
  },
  {
    id: 'take-everywhere',
    visible: true,
    title: 'An interrupt at any step of sensor_take loses no sample and doubles none',
    lesson: 'A word that is read, changed and written back must not change in between, and two words that belong together change together.',
    points: 2.5,
    run(t) {
      const driver = driverOf(t);
      everywhere(driver, driver.take, false);
    },
  },
  {
    id: 'latest-is-whole',
    visible: true,
    title: 'An interrupt at any step of sensor_latest leaves the reading whole',
    lesson: 'Three words are one sample only if no interrupt came while they were read.',
    points: 2,
    run(t) {
      const driver = driverOf(t);
      everywhere(driver, () => driver.latest('whole'), false);
    },
  },
  {
    id: 'take-section',
    visible: true,
    title: 'sensor_take is right without a long critical section',
    lesson: 'A section that contains the report holds the next sample back for as long as the report takes.',
    points: 1,
    run(t, p) {
      const driver = driverOf(t);
      expectShort(t, driver.take, driver, p.boundedSection);
    },
  },
  {
    id: 'latest-section',
    visible: true,
    title: 'sensor_latest gives whole readings without a long critical section',
    lesson: 'Copy what belongs together, end the section, and work on the copy.',
    points: 1,
    run(t, p) {
      const driver = driverOf(t);
      expectShort(t, () => driver.latest('whole'), driver, p.boundedSection);
    },
  },
  {
    id: 'latest-not-forgotten',
    visible: false,
    title: 'A sample that comes during sensor_latest is given later, and none is given twice',
    lesson: 'Take the flag back together with the data: later it takes back what has come since, earlier it lets the same sample through again.',
    points: 3,
    run(t) {
      const driver = driverOf(t);
      everywhere(driver, () => driver.latest('delivery'), false);
    },
  },
  {
    id: 'take-pairs',
    visible: false,
    title: 'Two interrupts at any two steps of sensor_take',
    lesson: 'What is right for one interrupt may rely on there being no second one.',
    points: 2.5,
    run(t) {
      const driver = driverOf(t);
      everywhere(driver, driver.take, true);
    },
  },
  {
    id: 'latest-pairs',
    visible: false,
    title: 'Two interrupts at any two steps of sensor_latest leave the reading whole',
    lesson: 'Reading again once is not enough: the second try may be overtaken like the first.',
    points: 2,
    run(t) {
      const driver = driverOf(t);
      everywhere(driver, () => driver.latest('whole'), true);
    },
  },
  {
    id: 'short-sections',
    visible: false,
    title: 'Critical sections hold nothing but what must not be divided',
    lesson: 'A test whose result can only become more true needs no section; everything after the last shared word needs none either.',
    points: 1.5,
    run(t, p) {
      const driver = driverOf(t);
      expectShort(t, driver.take, driver, p.shortSection);
      expectShort(t, () => driver.latest('whole'), driver, p.shortSection);
    },
  },
  {
    id: 'survives-sleep',
    visible: false,
    title: 'After deep sleep the words alone bring everything back',
    lesson: 'Static variables of a driver are state too, and here they do not survive.',
    points: 1,
    run(t, p) {
      const driver = driverOf(t);
      driver.start();
      driver.schedule(never);
      driver.at('before sleep');
      driver.fire(3);
      driver.take();
      driver.latest('all');
      driver.fire(4);
      const words = Array.from({ length: p.words }, (_, i) => driver.ask(read.words + i));
      t.reset();
      const out = t.zeroed(12);
      words.forEach((value, i) => t.call('model_write', i, value));
      const next = driver.samples.slice(3, 7);
      t.equal(unsigned(t.call('sensor_take', out.address)), 4, 'samples of the first batch after sleep');
      t.equal(out.int32()[1], next.reduce((sum, s) => sum + s.value, 0), 'the sum of that batch');
      t.equal(unsigned(t.call('sensor_latest', out.address)), 1, 'whether there is a reading after sleep');
      t.deepEqual(Array.from(out.int32()), [next[3].low | 0, next[3].high, next[3].value], 'that reading');
      t.equal(unsigned(t.call('sensor_latest', out.address)), 0, 'whether there is another one');
    },
  },
  {
    id: 'long-run',
    visible: false,
    title: 'Hundreds of calls with bursts of interrupts agree with the list of samples',
    lesson: 'Over a day every step is hit.',
    points: 0.5,
    run(t) {
      const driver = driverOf(t, 70);
      for (const act of [driver.take, () => driver.latest('all')]) everywhere(driver, act, false, 3);
      for (let day = 0; day < 12; day++) {
        driver.start();
        while (driver.isDone()[1] < 50) {
          driver.at(`after ${driver.isDone()[1]} samples on day ${day + 1}`);
          driver.fire(t.random.integer(0, 2));
          driver.schedule(t.random.integer(0, 40), t.random.integer(0, 40), t.random.integer(1, 3));
          if (t.random.integer(0, 1)) driver.take();
          else driver.latest('all');
        }
        driver.schedule(never);
        driver.take();
        driver.latest('all');
        t.deepEqual(driver.isDone()[0], driver.isDone()[1], `samples given in batches by the end of day ${day + 1}`);
      }
    },
  },
];
