// The checks: samples are numbered, interrupts strike at every step, at every pair of steps and at many groups of more,
// and what the driver gives is compared with the samples: a batch is the next ones in order, a reading is one of them.
// The hardware is modelled here, behind the device functions, where the driver cannot reach it.

const unsigned = (x) => Number(x) >>> 0;
// After so many samples the values repeat; prime, so that no power of two of samples ends where it began.
const cycle = 61;
const fullByte = 256;
const fullHalfWord = 65536;

// Samples without end: each of the three words differs from those of the samples around it, and times only grow.
function endless(t, valueAt) {
  const draw = (_, i) => ({ low: t.random.integer(0, 0xffffffff), value: valueAt(i) });
  const drawn = Array.from({ length: cycle }, draw);
  const start = t.random.integer(0x10000, 0xf0000000);
  return (i) => ({ ...drawn[i % cycle], high: start + 3 * i });
}

// Values whose sums need 32 bits and stay within them, for hundreds of samples.
const usual = (t) => endless(t, (i) => (i % 2 ? 1 : -1) * (1500000 * i + t.random.integer(1, 1400000)));
// The same for tens of thousands.
const small = (t) => endless(t, (i) => 500 * i + t.random.integer(1, 499));

// Words, interrupts and uplink as the header describes them.
class Hardware {
  constructor(t, p, sampleAt) {
    Object.assign(this, { t, p, sampleAt, longest: 0 });
    t.device('shared_load', (word) => this.load(unsigned(word)));
    t.device('shared_store', (word, value) => this.store(unsigned(word), unsigned(value)));
    t.device('irq_disable', () => this.mask(true));
    t.device('irq_enable', () => this.mask(false));
    t.device('uplink_send', (first, second) => this.send(first, second));
    t.device('device_sample', () => this.sample());
    this.attach();
  }

  // Outside of an interrupt the registers hold what is no sample.
  attach() {
    this.idle = Int32Array.from({ length: 3 }, () => this.t.random.integer(1, 0xffff));
    this.registers = this.t.constant(this.idle, "the sensor's registers");
  }

  powerUp() {
    this.words = Array.from({ length: this.p.words }, () => this.t.random.integer(0, 0xffffffff));
    this.fired = this.waiting = this.sent = this.faults = this.section = 0;
    this.masked = this.inside = false;
    this.report = [];
    this.schedule([]);
  }

  // Interrupts strike just before these steps of what follows, `burst` at a time.
  schedule(steps, burst = 1) {
    this.strikes = new Set(steps);
    this.burst = burst;
    this.step = 0;
    this.places = [];
  }

  // A place at which the main loop can be interrupted: just before a step. Within a report all are alike but two.
  point(isAlike = false) {
    if (this.inside) return;
    if (this.strikes.has(this.step)) this.waiting += this.burst;
    if (!isAlike) this.places.push(this.step);
    this.step++;
    this.deliver();
    if (this.masked) this.longest = Math.max(this.longest, ++this.section);
  }

  deliver() {
    if (this.waiting === 0 || this.masked) return;
    this.inside = true;
    for (; this.waiting > 0; this.waiting--) {
      const { low, high, value } = this.sampleAt(this.fired);
      this.registers.set(Int32Array.of(low, high, value));
      this.t.call('sensor_interrupt');
      this.fired++;
    }
    this.inside = false;
    this.registers.set(this.idle);
  }

  // Interrupts while the main loop does something else.
  fire(count) {
    this.waiting += count;
    this.deliver();
  }

  // Notes what the rules forbid.
  allow(isRight) {
    if (!isRight) this.faults++;
    return isRight;
  }

  load(word) {
    this.point();
    return this.allow(word < this.p.words) ? this.words[word] | 0 : 0;
  }

  store(word, value) {
    this.point();
    if (this.allow(word < this.p.words)) this.words[word] = value;
  }

  sample() {
    this.allow(this.inside);
    return this.registers.address;
  }

  mask(masked) {
    if (masked) this.point();
    this.allow(this.masked !== masked && !this.inside);
    this.masked = masked;
    this.section = 0;
    if (!masked) this.point();
  }

  send(first, second) {
    this.allow(!this.inside);
    const { uplinkSteps } = this.p;
    for (let i = 0; i < uplinkSteps; i++) this.point(i > 0 && i < uplinkSteps - 1);
    this.report = [first | 0, second | 0];
    this.sent++;
  }
}

// The driver under test, and what it has given so far.
class Driver {
  constructor(t, p, sampleAt = usual(t)) {
    Object.assign(this, { t, sampleAt, where: '', calls: 0 });
    this.hardware = new Hardware(t, p, sampleAt);
    this.attach();
  }

  attach() {
    const { t } = this;
    this.batches = [t.zeroed(8, 'a batch'), t.zeroed(8, 'another batch')];
    this.readings = [t.zeroed(12, 'a reading'), t.zeroed(12, 'another reading')];
  }

  // A cold start.
  start() {
    this.hardware.powerUp();
    this.t.call('sensor_init');
    this.expectRules('sensor_init');
    this.t.equal(this.hardware.sent, 0, 'reports that sensor_init sends');
    [this.taken, this.given] = [0, -1];
  }

  // Deep sleep: only the words are left.
  sleep() {
    this.t.reset();
    this.hardware.attach();
    this.attach();
  }

  expectRules(name) {
    const isRight = this.hardware.faults === 0 && !this.hardware.masked;
    this.t.ok(
      isRight,
      `${name} keeps the rules of the hardware (sections, words, no report by the interrupt), ${this.where}`,
    );
  }

  // Calls a function with one of two results in turn; checks what it sends and gives what it returns.
  call(name, results, words) {
    const { t, hardware, where } = this;
    const out = results[this.calls++ % 2];
    const before = hardware.sent;
    out.set(new Uint8Array(out.length).fill(0x5e));
    const returned = unsigned(t.call(name, out.address));
    this.expectRules(name);
    const result = Array.from(out.int32());
    t.equal(hardware.sent - before, returned > 0 ? 1 : 0, `reports that ${name} sends, ${where}`);
    if (returned > 0) t.deepEqual(hardware.report, words(result), `what ${name} sends, ${where}`);
    return { returned, result };
  }

  take() {
    const { t, hardware, where } = this;
    const waiting = hardware.fired - this.taken;
    const { returned, result } = this.call('sensor_take', this.batches, (words) => words);
    const what = `count as returned; all ${waiting} from before the call; no more than there were`;
    t.deepEqual(
      [unsigned(result[0]), returned >= waiting, returned <= hardware.fired - this.taken],
      [returned, true, true],
      `a batch of ${returned} (${what}), ${where}`,
    );
    let sum = 0;
    for (let i = 0; i < returned; i++) sum += this.sampleAt(this.taken + i).value;
    t.equal(result[1], sum | 0, `the sum of the batch of ${returned}, ${where}`);
    this.taken += returned;
  }

  newestLike(matches) {
    let index = this.hardware.fired - 1;
    while (index >= 0 && !matches(this.sampleAt(index))) index--;
    return index;
  }

  // `parts` are the sides of the contract to look at: whole samples, or none forgotten or given twice. `isFresh`: there
  // is a sample that has not been given.
  latest(parts, isFresh) {
    const { t, where } = this;
    const newest = this.hardware.fired - 1;
    const { returned, result } = this.call('sensor_latest', this.readings, (words) => [words[0], words[2]]);
    t.ok(returned <= 1, `sensor_latest returns 0 or 1 (returned ${returned}), ${where}`);
    if (returned === 0) {
      const isRight = !isFresh && (parts === 'whole' || newest <= this.given);
      t.ok(isRight, `sample ${newest + 1} has been given before sensor_latest says that there is none, ${where}`);
      return;
    }
    const matches = ['low', 'high', 'value'].map((word, i) => (sample) => (sample[word] | 0) === result[i]);
    const found = this.newestLike((s) => matches.every((match) => match(s)));
    const [low, high, value] = found >= 0 ? [] : matches.map((match) => this.newestLike(match) + 1);
    const torn = `low word of sample ${low}, high word of ${high}, value of ${value}; 0 is none`;
    if (parts !== 'delivery') t.ok(found >= 0, `the reading is one sample (${torn}), ${where}`);
    // Without looking at the whole, the value tells which sample was meant.
    const index = found >= 0 ? found : value - 1;
    const which = `sample ${index + 1} is given once (${this.given + 1} was before) and is as new as ${newest + 1}`;
    if (parts !== 'whole') t.ok(index >= newest && index > this.given, `${which}, ${where}`);
    this.given = index;
  }
}

// What the main loop does.
const take = (driver) => driver.take();
const whole = (driver, isFresh) => driver.latest('whole', isFresh);
const delivery = (driver, isFresh) => driver.latest('delivery', isFresh);
const latest = (driver, isFresh) => driver.latest('all', isFresh);
const both = [take, latest];
const takeFirst = (driver, isFresh) => both.forEach((act) => act(driver, isFresh));
const latestFirst = (driver, isFresh) => [latest, take].forEach((act) => act(driver, isFresh));

// The distinct places of a call that nothing interrupts, and some more for what an interrupt makes it do again.
function placesOf(driver, act) {
  driver.where = 'in a call that nothing interrupts';
  driver.start();
  driver.hardware.fire(2);
  driver.hardware.schedule([]);
  act(driver, true);
  const { places, step } = driver.hardware;
  return { places: [...places], later: Array.from({ length: 6 }, (_, i) => step + i) };
}

// A call that is struck, two in peace, and one more after a sample in peace.
function strike(driver, act, before, steps, burst = 1) {
  const which = steps.length > 8 ? `${steps.length} steps` : `step ${steps.map((step) => step + 1).join(' and ')}`;
  const what = burst > 1 ? `${burst} interrupts` : 'an interrupt';
  driver.where = `with ${before} samples before the call and ${what} before ${which}`;
  driver.start();
  driver.hardware.fire(before);
  driver.hardware.schedule(steps, burst);
  act(driver, before > 0);
  driver.hardware.schedule([]);
  act(driver, false);
  act(driver, false);
  driver.hardware.fire(1);
  act(driver, true);
}

// An interrupt, or some at once, at every place of a call.
function everywhere(driver, act, befores = [0, 1, 2], burst = 1) {
  const { places, later } = placesOf(driver, act);
  for (const before of befores) for (const step of [...places, later[0]]) strike(driver, act, before, [step], burst);
}

const many = (first, by) => Array.from({ length: 200 }, (_, i) => first + by * i);

// Two interrupts at every pair of places, several at every place, many at even distances, and at drawn places.
function manyTimes(t, p, act) {
  const driver = new Driver(t, p);
  const { places, later } = placesOf(driver, act);
  const all = [...places, ...later];
  for (let before = 0; before <= 2; before++)
    for (const first of places)
      for (const second of all) if (second > first) strike(driver, act, before, [first, second]);
  for (const burst of [2, 3, 4]) everywhere(driver, act, [1], burst);
  for (const first of [0, 1]) for (let by = 1; by <= 6; by++) strike(driver, act, first, many(first, by));
  for (let i = 0; i < 120; i++) {
    const steps = Array.from({ length: t.random.integer(3, 5) }, () => t.random.pick(all)).sort((a, b) => a - b);
    strike(driver, act, t.random.integer(0, 2), [...new Set(steps)], t.random.integer(1, 2));
  }
}

// Only a function that is right has sections worth measuring.
function expectShort(t, p, acts, limit) {
  const driver = new Driver(t, p);
  for (const act of acts) everywhere(driver, act);
  const { longest } = driver.hardware;
  t.ok(longest <= limit, `the longest critical section has at most ${limit} steps (has ${longest})`);
}

// Samples between the calls and none during them.
function quiet(driver, acts, counts) {
  for (const count of counts) {
    driver.where = `${count} samples after the last call`;
    driver.hardware.fire(count);
    for (const act of acts) act(driver, count > 0);
  }
}

// A check of something else gives nothing to a driver that interrupts break.
function rightDriver(t, p, sampleAt) {
  const driver = new Driver(t, p, sampleAt);
  for (const act of both) everywhere(driver, act);
  return driver;
}

// Batches at the ends of what a value can be, and times at the ends of their words.
function extremesOf(t) {
  const some = t.random.integer(1, 0x7fffffff);
  const twice = t.random.integer(1, 1000000);
  const lowest = -0x80000000;
  const highest = 0x7fffffff;
  const batches = [[0], [some, -some], [lowest], [highest], [highest], [twice], [twice], [-1], [highest, lowest, 1]];
  const highs = [0, 0, 1, 1, 2, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0x80000000, 0xfffffffe, 0xffffffff];
  const lows = [0, 0xffffffff, 0, 0x80000000, some, 0, 0xffffffff, 0, 0, 1, twice, 0xffffffff];
  const samples = batches.flat().map((value, i) => ({ value, high: highs[i], low: lows[i] }));
  return { sizes: batches.map(({ length }) => length), sampleAt: (i) => samples[i % samples.length] };
}

// Days of both functions in any order, struck at any step, with samples in between.
function liveDays(t, driver, days) {
  const { hardware } = driver;
  for (let day = 1; day <= days; day++) {
    driver.start();
    while (hardware.fired < 50) {
      driver.where = `after ${hardware.fired} samples on day ${day}`;
      hardware.fire(t.random.integer(0, 2));
      hardware.schedule([t.random.integer(0, 40), t.random.integer(0, 40)], t.random.integer(1, 3));
      t.random.pick(both)(driver, false);
    }
    hardware.schedule([]);
    for (const act of both) act(driver, false);
    t.equal(driver.taken, hardware.fired, `samples given in batches by the end of day ${day}`);
  }
}

export const checks = [
  {
    id: 'take-everywhere',
    visible: true,
    title: 'An interrupt at any step of sensor_take loses no sample and doubles none',
    lesson: 'A word that is read, changed and written back, and two that belong together, must not change in between.',
    points: 2.5,
    run(t, p) {
      const driver = new Driver(t, p);
      driver.start();
      quiet(driver, [take], [0, 1, 3, 0, 2, 7]);
      everywhere(driver, take);
    },
  },
  {
    id: 'latest-is-whole',
    visible: true,
    title: 'An interrupt at any step of sensor_latest leaves the reading whole',
    lesson: 'Three words are one sample only if no interrupt came while they were read.',
    points: 2.5,
    run(t, p) {
      const driver = new Driver(t, p);
      driver.start();
      quiet(driver, [latest], [0, 1, 3, 0, 0, 2, 7]);
      everywhere(driver, whole);
    },
  },
  {
    id: 'take-section',
    visible: true,
    title: 'sensor_take is right without a long critical section',
    lesson: 'A section that contains the report holds the next sample back for as long as the report takes.',
    points: 1,
    run: (t, p) => expectShort(t, p, [take], p.boundedSection),
  },
  {
    id: 'latest-section',
    visible: true,
    title: 'sensor_latest gives whole readings without a long critical section',
    lesson: 'Copy what belongs together, end the section, and work on the copy.',
    points: 1,
    run: (t, p) => expectShort(t, p, [whole], p.boundedSection),
  },
  {
    id: 'latest-not-forgotten',
    visible: false,
    title: 'A sample that comes during sensor_latest is given later, and none is given twice',
    lesson: 'Take the flag back with the data: later it takes back what has come since, earlier a sample comes twice.',
    points: 2.5,
    run: (t, p) => everywhere(new Driver(t, p), delivery),
  },
  {
    id: 'take-pairs',
    visible: false,
    title: 'Interrupts at any two steps of sensor_take, and at more of them',
    lesson: 'What is right for one interrupt may rely on there being no second one.',
    points: 2,
    run: (t, p) => manyTimes(t, p, take),
  },
  {
    id: 'latest-pairs',
    visible: false,
    title: 'Interrupts at any two steps of sensor_latest, and at more of them, leave the reading whole',
    lesson: 'Reading again once is not enough: the second try may be overtaken like the first.',
    points: 2,
    run: (t, p) => manyTimes(t, p, whole),
  },
  {
    id: 'short-sections',
    visible: false,
    title: 'Critical sections hold nothing but what must not be divided',
    lesson: 'A test that can only become more true needs no section, nor does what follows the last shared word.',
    points: 1.5,
    run: (t, p) => expectShort(t, p, [take, whole], p.shortSection),
  },
  {
    id: 'survives-sleep',
    visible: false,
    title: 'After deep sleep the words alone bring everything back',
    lesson: 'Static variables of a driver are state too, and here they do not survive.',
    points: 1,
    run(t, p) {
      const driver = rightDriver(t, p);
      driver.start();
      quiet(driver, both, [3, 0]);
      for (const count of [0, 4, 0, 1]) {
        driver.hardware.fire(count);
        driver.sleep();
        driver.where = `after sleep, with ${count} samples since the last call before it`;
        for (const act of both) act(driver, count > 0);
        for (const act of both) act(driver, false);
      }
    },
  },
  {
    id: 'any-content',
    visible: false,
    title: 'Values and times of every size are given as they are',
    lesson: 'A sum of zero is no empty batch, and no value or time is free to mean that there is none.',
    points: 1,
    run(t, p) {
      rightDriver(t, p);
      const { sizes, sampleAt } = extremesOf(t);
      const driver = new Driver(t, p, sampleAt);
      driver.start();
      quiet(driver, both, sizes);
      driver.start();
      for (let i = sizes.length; i >= 0; i--) quiet(driver, [latest], [1]);
    },
  },
  {
    id: 'long-run',
    visible: false,
    title: 'Bursts of interrupts and tens of thousands of samples between two calls agree with the list of samples',
    lesson: 'A main loop that was busy finds more samples than a byte or half a word can count.',
    points: 1,
    run(t, p) {
      const driver = rightDriver(t, p);
      for (const act of [takeFirst, latestFirst]) everywhere(driver, act, [0, 2]);
      liveDays(t, driver, 10);
      for (const act of both) everywhere(driver, act, [1], fullByte);
      const busy = new Driver(t, p, small(t));
      busy.start();
      quiet(busy, both, [1, fullByte, 2, fullHalfWord]);
    },
  },
];
