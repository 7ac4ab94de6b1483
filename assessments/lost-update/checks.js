// The checks: samples are numbered, interrupts strike at every step, at every pair of steps and at three of them, and what the driver
// gives is looked up in the list of samples: a batch is the next samples in order, a reading is one sample whole.
//
// The hardware is modelled here, behind the device functions, where the driver cannot reach it.

const unsigned = (x) => Number(x) >>> 0;
const mostSamples = 64;
const many = 300;
const veryMany = 66000;

// Samples whose three words differ from those of every other one; values are large enough that a sum needs its 32 bits.
function samplesOf(t, count) {
  const lows = t.random.shuffle(Array.from({ length: count }, (_, i) => i * 60000000 + t.random.integer(0, 50000000)));
  let high = t.random.integer(1, 400);
  return Array.from({ length: count }, (_, i) => {
    if (i > 0 && lows[i] < lows[i - 1]) high += 1;
    const value = (i % 3 === 0 ? -1 : 1) * (20000 * i + t.random.integer(1, 19000));
    return { low: lows[i], high: (high += t.random.integer(1, 3)), value };
  });
}

// Words, interrupts and uplink as the header describes them.
class Hardware {
  constructor(t, p, samples, memory) {
    Object.assign(this, { t, p, samples, memory });
    this.powerUp();
  }

  powerUp() {
    const { t, p } = this;
    this.words = Array.from({ length: p.words }, () => t.random.integer(0, 0x7fffffff));
    this.fired = this.waiting = this.sent = this.faults = this.longest = this.section = 0;
    this.masked = this.inside = false;
    this.report = [];
    this.schedule([]);
    t.device('shared_load', (word) => this.load(unsigned(word)));
    t.device('shared_store', (word, value) => this.store(unsigned(word), unsigned(value)));
    t.device('irq_disable', () => this.disable());
    t.device('irq_enable', () => this.enable());
    t.device('uplink_send', (first, second) => this.send(first, second));
    t.device('device_sample', () => this.sample());
  }

  // Interrupts strike just before these steps of the next call, `burst` at a time.
  schedule(steps, burst = 1) {
    this.strikes = new Set(steps);
    this.burst = burst;
    this.step = 0;
    this.places = [];
  }

  // A place at which the main loop can be interrupted: just before a step. Within a report all places are alike but the first and the last.
  point(isAlike = false) {
    if (this.inside) return;
    if (this.strikes.has(this.step)) this.waiting += this.burst;
    if (!isAlike) this.places.push(this.step);
    this.step++;
    this.deliver();
    if (this.masked) this.longest = Math.max(this.longest, ++this.section);
  }

  deliver() {
    while (this.waiting > 0 && !this.masked) {
      this.waiting--;
      this.inside = true;
      this.t.call('sensor_interrupt');
      this.inside = false;
      this.fired++;
    }
  }

  // Interrupts while the main loop does something else.
  fire(count) {
    this.waiting += count;
    this.deliver();
  }

  load(word) {
    this.point();
    if (word < this.p.words) return this.words[word] | 0;
    this.faults++;
    return 0;
  }

  store(word, value) {
    this.point();
    if (word < this.p.words) this.words[word] = value;
    else this.faults++;
  }

  disable() {
    this.point();
    if (this.masked || this.inside) this.faults++;
    this.masked = true;
    this.section = 0;
  }

  enable() {
    if (!this.masked || this.inside) this.faults++;
    this.masked = false;
    this.point();
  }

  send(first, second) {
    if (this.inside) this.faults++;
    const { uplinkSteps } = this.p;
    for (let i = 0; i < uplinkSteps; i++) this.point(i > 0 && i < uplinkSteps - 1);
    this.report = [first | 0, second | 0];
    this.sent++;
  }

  sample() {
    if (!this.inside) this.faults++;
    return this.memory.address + 12 * (this.fired % this.samples.length);
  }
}

// A driver after a cold start, and what it has given so far.
function driverOf(t, p, count = mostSamples) {
  const samples = samplesOf(t, count);
  const bytes = new Uint8Array(Int32Array.from(samples.flatMap((s) => [s.low | 0, s.high, s.value])).buffer);
  const hardware = new Hardware(t, p, samples, t.constant(bytes, "the sensor's registers"));
  const out = t.zeroed(12, 'the result');
  let taken = 0;
  let given = -1;
  let where = '';

  const start = () => {
    hardware.powerUp();
    t.call('sensor_init');
    [taken, given] = [0, -1];
  };
  // Calls a function of the driver; gives what it returned, and checks what it sent and that interrupts are on again.
  const call = (name, words) => {
    const before = hardware.sent;
    out.set(new Uint8Array(12).fill(0x5e));
    const returned = unsigned(t.call(name, out.address));
    const isKept = hardware.faults === 0 && !hardware.masked;
    t.ok(isKept, `${name} keeps the rules of the hardware (sections end and do not nest, the interrupt does not send), ${where}`);
    const result = Array.from(out.int32());
    t.equal(hardware.sent - before, returned > 0 ? 1 : 0, `reports that ${name} sends, ${where}`);
    if (returned > 0) t.deepEqual(hardware.report, words(result), `what ${name} sends, ${where}`);
    return { returned, result };
  };
  const take = () => {
    const waiting = hardware.fired - taken;
    const { returned, result } = call('sensor_take', (words) => words.slice(0, 2));
    t.deepEqual(
      [unsigned(result[0]), returned >= waiting, returned <= hardware.fired - taken],
      [returned, true, true],
      `a batch of ${returned} (count as returned; all ${waiting} from before the call; no more than there were), ${where}`,
    );
    let sum = 0;
    for (let i = 0; i < returned; i++) sum += samples[(taken + i) % samples.length].value;
    t.equal(result[1], sum | 0, `the sum of the batch of ${returned}, ${where}`);
    taken += returned;
  };
  // `parts` are the sides of the contract to look at: whole samples, or none forgotten or given twice.
  const latest = (parts) => {
    const newest = hardware.fired - 1;
    const { returned, result } = call('sensor_latest', (words) => [words[0], words[2]]);
    if (returned === 0) {
      if (parts !== 'whole') t.ok(newest <= given, `the reading ${newest + 1} has not been given before sensor_latest says that there is none, ${where}`);
      return;
    }
    t.equal(returned, 1, `what sensor_latest returns, ${where}`);
    const isAt = (index) => [samples[index].low | 0, samples[index].high, samples[index].value].every((word, i) => word === result[i]);
    const found = samples.findIndex((_, index) => isAt(index));
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
    hardware,
    samples,
    at: (text) => {
      where = text;
    },
    isDone: () => [taken, hardware.fired],
  };
}

// The distinct places of a call that nothing interrupts, and some more for what an interrupt makes it do again.
function placesOf(driver, act) {
  driver.at('in a call that nothing interrupts');
  driver.start();
  driver.hardware.fire(2);
  driver.hardware.schedule([]);
  act();
  const { places, step } = driver.hardware;
  return { places: [...places], later: Array.from({ length: 6 }, (_, i) => step + i) };
}

function strike(driver, act, before, steps, burst) {
  driver.start();
  driver.hardware.fire(before);
  const which = steps.map((step) => `before step ${step + 1}`).join(' and ');
  driver.at(`with ${before} samples before the call and ${burst > 1 ? `${burst} interrupts` : 'an interrupt'} ${which}`);
  driver.hardware.schedule(steps, burst);
  act();
  driver.hardware.schedule([]);
  act();
  act();
  driver.hardware.fire(1);
  act();
}

// An interrupt at every place of a call, then two calls in peace.
function everywhere(driver, act, burst = 1) {
  const { places, later } = placesOf(driver, act);
  for (let before = 0; before <= 2; before++) for (const step of [...places, later[0]]) strike(driver, act, before, [step], burst);
}

// Two interrupts at every pair of places, three at many triples, and one at every place at once.
function manyTimes(t, driver, act) {
  const { places, later } = placesOf(driver, act);
  const all = [...places, ...later];
  for (let before = 0; before <= 2; before++) {
    for (const first of places) for (const second of all) if (second > first) strike(driver, act, before, [first, second], 1);
    strike(driver, act, before, [...Array(later[5]).keys()], 1);
  }
  for (let i = 0; i < 150; i++) {
    const steps = Array.from({ length: t.random.integer(3, 5) }, () => t.random.pick(all)).sort((a, b) => a - b);
    strike(driver, act, t.random.integer(0, 2), [...new Set(steps)], t.random.integer(1, 2));
  }
}

// Only a function that is right has a section worth measuring.
function expectShort(t, act, driver, limit) {
  everywhere(driver, act);
  placesOf(driver, act);
  const { longest } = driver.hardware;
  t.ok(longest <= limit, `the longest critical section has at most ${limit} steps (has ${longest})`);
}

// Both functions in turn, with samples between the calls and none during them.
function quiet(driver, acts) {
  for (const count of [0, 1, 3, 0, 2, 7]) {
    driver.at(`${count} samples after the last call`);
    driver.hardware.fire(count);
    for (const act of acts) act();
  }
}

export const checks = [
  {
    id: 'take-everywhere',
    visible: true,
    title: 'An interrupt at any step of sensor_take loses no sample and doubles none',
    lesson: 'A word that is read, changed and written back must not change in between, and two words that belong together change together.',
    points: 3,
    run(t, p) {
      const driver = driverOf(t, p);
      driver.start();
      quiet(driver, [driver.take]);
      everywhere(driver, driver.take);
    },
  },
  {
    id: 'latest-is-whole',
    visible: true,
    title: 'An interrupt at any step of sensor_latest leaves the reading whole',
    lesson: 'Three words are one sample only if no interrupt came while they were read.',
    points: 2.5,
    run(t, p) {
      const driver = driverOf(t, p);
      driver.start();
      quiet(driver, [() => driver.latest('all'), () => driver.latest('all')]);
      everywhere(driver, () => driver.latest('whole'));
    },
  },
  {
    id: 'take-section',
    visible: true,
    title: 'sensor_take is right without a long critical section',
    lesson: 'A section that contains the report holds the next sample back for as long as the report takes.',
    points: 1,
    run(t, p) {
      const driver = driverOf(t, p);
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
      const driver = driverOf(t, p);
      expectShort(t, () => driver.latest('whole'), driver, p.boundedSection);
    },
  },
  {
    id: 'latest-not-forgotten',
    visible: false,
    title: 'A sample that comes during sensor_latest is given later, and none is given twice',
    lesson: 'Take the flag back together with the data: later it takes back what has come since, earlier it lets the same sample through again.',
    points: 3,
    run(t, p) {
      const driver = driverOf(t, p);
      everywhere(driver, () => driver.latest('delivery'));
    },
  },
  {
    id: 'take-pairs',
    visible: false,
    title: 'Interrupts at any two steps of sensor_take, and at more of them',
    lesson: 'What is right for one interrupt may rely on there being no second one.',
    points: 2.5,
    run(t, p) {
      const driver = driverOf(t, p);
      manyTimes(t, driver, driver.take);
    },
  },
  {
    id: 'latest-pairs',
    visible: false,
    title: 'Interrupts at any two steps of sensor_latest, and at more of them, leave the reading whole',
    lesson: 'Reading again once is not enough: the second try may be overtaken like the first.',
    points: 2,
    run(t, p) {
      const driver = driverOf(t, p);
      manyTimes(t, driver, () => driver.latest('whole'));
    },
  },
  {
    id: 'short-sections',
    visible: false,
    title: 'Critical sections hold nothing but what must not be divided',
    lesson: 'A test whose result can only become more true needs no section; everything after the last shared word needs none either.',
    points: 1.5,
    run(t, p) {
      const driver = driverOf(t, p);
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
      const before = driverOf(t, p);
      for (const act of [before.take, () => before.latest('all')]) everywhere(before, act);
      before.start();
      before.at('before sleep');
      before.hardware.fire(3);
      before.take();
      before.latest('all');
      before.hardware.fire(4);
      const { words } = before.hardware;
      t.reset();
      const after = driverOf(t, p);
      after.hardware.words = [...words];
      const out = t.zeroed(12, 'the result');
      const next = before.samples.slice(3, 7);
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
    title: 'Bursts of interrupts and tens of thousands of samples between two calls agree with the list of samples',
    lesson: 'Over a day every step is hit, and a main loop that was busy finds more samples than a byte or half a word can count.',
    points: 0.5,
    run(t, p) {
      const driver = driverOf(t, p, 70);
      for (const act of [driver.take, () => driver.latest('all')]) everywhere(driver, act, 3);
      for (let day = 0; day < 12; day++) {
        driver.start();
        while (driver.isDone()[1] < 50) {
          driver.at(`after ${driver.isDone()[1]} samples on day ${day + 1}`);
          driver.hardware.fire(t.random.integer(0, 2));
          driver.hardware.schedule([t.random.integer(0, 40), t.random.integer(0, 40)], t.random.integer(1, 3));
          if (t.random.integer(0, 1)) driver.take();
          else driver.latest('all');
        }
        driver.hardware.schedule([]);
        driver.take();
        driver.latest('all');
        t.deepEqual(driver.isDone()[0], driver.isDone()[1], `samples given in batches by the end of day ${day + 1}`);
      }
      for (const count of [many, veryMany]) {
        driver.start();
        driver.at(`with ${count} samples between two calls`);
        driver.hardware.fire(count);
        driver.take();
      }
    },
  },
];
