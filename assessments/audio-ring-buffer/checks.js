// The checks: each builds a ring in guarded memory, drives it, and compares it with a model that is a plain list.

const unsigned = (x) => Number(x) >>> 0;
const most = 0xffffffff;
const moreThanHalfWord = 65536;

// What the policy stores of a block when there is this much room.
function kept(p, values, room) {
  if (values.length <= room) return values;
  if (p.policy === 'whole') return [];
  return p.policy === 'first' ? values.slice(0, room) : values.slice(values.length - room);
}

// Positions as the header defines them.
const after = (p, position, by) => (position + by) % (2 * p.capacity);
const between = (p, head, tail) => (head - tail + 2 * p.capacity) % (2 * p.capacity);

const typeOf = (p) => (p.sampleBytes === 1 ? Int8Array : Int16Array);
const toBytes = (p, values) => new Uint8Array(typeOf(p).from(values).buffer);
const samplesIn = (p, bytes) => Array.from(new (typeOf(p))(Uint8Array.from(bytes).buffer));
const plural = (count) => `${count} ${count === 1 ? 'sample' : 'samples'}`;

function randomSamples(t, p, count) {
  const reach = 2 ** (p.sampleBits - 1);
  return Array.from({ length: count }, () => t.random.integer(-reach, reach - 1));
}

// A ring as the header lays it out: samples, padding to four bytes, then head, tail and lost. Blocks and outputs end
// where the memory ends that the program may touch.
class Ring {
  constructor(t, p) {
    const headAt = Math.ceil((p.capacity * p.sampleBytes) / 4) * 4;
    const longest = p.capacity + 32;
    Object.assign(this, { t, p, headAt, longest });
    this.memory = t.buffer(randomSamples(t, { sampleBits: 8 }, headAt + 12), 'the ring');
    this.block = t.constant(new Uint8Array(longest * p.sampleBytes), 'the block');
    this.before = new Uint8Array(longest * p.sampleBytes).fill(0x5e);
    this.output = t.buffer(this.before, 'the output');
    this.init();
  }

  get address() {
    return this.memory.address;
  }

  call(name, ...args) {
    return unsigned(this.t.call(name, this.address, ...args));
  }

  init() {
    this.t.call('ring_init', this.address);
  }

  level() {
    return this.call('ring_level');
  }

  trim() {
    return this.call('ring_trim');
  }

  write(values, count = values.length) {
    const bytes = toBytes(this.p, values);
    const offset = this.before.length - bytes.length;
    this.block.set(bytes, offset);
    return this.call('ring_write', this.block.address + offset, count);
  }

  // Reads to where `room` samples fit; gives how many were moved, and expects that nothing else was written.
  read(count, room = Math.min(count, this.longest)) {
    const { t, p, before, output } = this;
    const offset = before.length - room * p.sampleBytes;
    output.set(before);
    const moved = this.call('ring_read', output.address + offset, count);
    t.ok(moved <= room, `ring_read moves at most ${plural(room)} (returned ${moved})`);
    const bytes = output.bytes();
    const end = offset + moved * p.sampleBytes;
    const isKept = bytes.every((byte, i) => (i >= offset && i < end) || byte === 0x5e);
    t.ok(isKept, `ring_read writes to the first ${plural(moved)} of the output alone`);
    return samplesIn(p, bytes.slice(offset, end));
  }

  // Puts samples into the ring from a position on, as hardware does.
  lay(tail, held, lost = 0) {
    const { p, memory, headAt } = this;
    const slots = new Array(p.capacity).fill(0x55);
    held.forEach((value, i) => (slots[(tail + i) % p.capacity] = value));
    memory.set(toBytes(p, slots));
    memory.set(Uint32Array.of(after(p, tail, held.length), tail, lost), headAt);
  }

  state() {
    const bytes = Uint8Array.from(this.memory.bytes());
    const [head, tail, lost] = new Uint32Array(bytes.buffer, this.headAt);
    return { head, tail, lost, slots: new (typeOf(this.p))(bytes.buffer, 0, this.p.capacity) };
  }

  // What the other side could read at this moment.
  announced(where) {
    const { t, p } = this;
    const { head, tail, slots } = this.state();
    const isInRange = head <= p.lastPosition && tail <= p.lastPosition;
    t.ok(isInRange, `both positions are within 0 to ${p.lastPosition} ${where} (head ${head}, tail ${tail})`);
    const count = between(p, head, tail);
    t.ok(count <= p.capacity, `positions are at most ${p.capacity} apart ${where} (head ${head}, tail ${tail})`);
    return Array.from({ length: count }, (_, i) => slots[(tail + i) % p.capacity]);
  }

  // Expects that the ring holds these samples, and that each position is where it belongs.
  expect(held, head, tail, lost, where) {
    const state = this.state();
    const positions = [state.head, state.tail, state.lost];
    this.t.deepEqual(positions, [head, tail, lost], `head, tail and lost ${where}`);
    this.t.deepEqual(this.announced(where), held, `the samples in the ring ${where}`);
  }
}

// A model of the ring: the list of samples in it, and the count of lost ones.
class Model {
  constructor(p) {
    Object.assign(this, { p, held: [], lost: 0 });
  }

  write(values) {
    const stored = kept(this.p, values, this.p.capacity - this.held.length);
    this.held = this.held.concat(stored);
    this.lost = Math.min(most, this.lost + values.length - stored.length);
    return stored.length;
  }

  read(count) {
    return this.held.splice(0, count);
  }

  trim() {
    return this.held.splice(0, Math.max(0, this.held.length - this.p.watermark)).length;
  }
}

// Each function alone on a ring that hardware has filled, at the ends of all positions, levels and counts.
function expectFromAnywhere(t, p, ring) {
  const { capacity, lastPosition, watermark } = p;
  const values = randomSamples(t, p, 3 * capacity);
  const tails = [0, 1, capacity - 1, capacity, capacity + 1, lastPosition - 1, lastPosition];
  const levels = [0, 1, watermark, watermark + 1, capacity - 1, capacity];
  for (const tail of [...tails, t.random.integer(2, lastPosition - 2)]) {
    for (const level of [...levels, t.random.integer(2, capacity - 2)]) {
      const held = values.slice(tail, tail + level);
      const head = after(p, tail, level);
      const where = `with ${plural(level)} from position ${tail}`;
      ring.lay(tail, held);
      t.equal(ring.level(), level, `the level ${where}`);
      const dropped = Math.max(0, level - watermark);
      t.equal(ring.trim(), dropped, `what ring_trim drops ${where}`);
      ring.expect(held.slice(dropped), head, after(p, tail, dropped), 0, `after ring_trim ${where}`);
      const wanted = [t.random.pick([0, 1, level]), capacity - (tail % capacity) + t.random.integer(-1, 1)];
      for (const count of [...wanted, level + t.random.integer(1, 9)]) {
        ring.lay(tail, held);
        t.deepEqual(ring.read(count), held.slice(0, count), `what ring_read gives of ${count} ${where}`);
        const moved = Math.min(count, level);
        ring.expect(held.slice(moved), head, after(p, tail, moved), 0, `after reading ${count} ${where}`);
      }
      const room = capacity - level;
      const given = [t.random.pick([0, 1, room]), capacity - (head % capacity) + t.random.integer(-1, 1)];
      for (const count of [...given, room + t.random.integer(1, 9)]) {
        const block = values.slice(2 * capacity - count, 2 * capacity);
        const stored = kept(p, block, room);
        ring.lay(tail, held);
        t.equal(ring.write(block), stored.length, `stored of a block of ${count} ${where}`);
        const now = held.concat(stored);
        ring.expect(now, after(p, head, stored.length), tail, count - stored.length, `after writing ${count} ${where}`);
      }
    }
  }
}

// Looks at memory before every access of a call, as an interrupt would see it.
function watch(t, look) {
  let step = 0;
  t.interrupt(0, () => {
    look(`just before access ${step + 1}`);
    step += 1;
    return step;
  });
}

// The functions of the consumer: what they may answer when the ring holds `held` or what has come since, and what they
// take out of it.
const wantedSamples = 6;
const consumers = [
  {
    name: 'ring_read',
    call: (ring) => ring.read(wantedSamples),
    answers: (p, all) => all.slice(0, wantedSamples),
    moved: (answer) => answer.length,
  },
  {
    name: 'ring_trim',
    call: (ring) => ring.trim(),
    answers: (p, all) => Math.max(0, all.length - p.watermark),
    moved: (answer) => answer,
  },
  { name: 'ring_level', call: (ring) => ring.level(), answers: (p, all) => all.length, moved: () => 0 },
];

// Calls one function of the consumer; the producer strikes before some of its accesses, with ring_write or as hardware.
function strike(t, p, ring, consumer, tail, held, steps, blocks) {
  const at = steps.map((step) => step + 1).join(' and ');
  const where = `with ${plural(held.length)} from position ${tail}, struck before access ${at} of ${consumer.name}`;
  let all = held;
  let lost = 0;
  let times = 0;
  ring.lay(tail, held);
  t.interrupt(steps[0], () => {
    const room = p.capacity - ring.announced(where).length;
    const block = blocks[times];
    const stored = kept(p, block, room);
    const { head } = ring.state();
    const isHardware = times % 2 === 1 && stored.length === block.length;
    if (isHardware) {
      block.forEach((value, i) => {
        ring.memory.set(toBytes(p, [value]), ((head + i) % p.capacity) * p.sampleBytes);
      });
      ring.memory.set(Uint32Array.of(after(p, head, block.length)), ring.headAt);
    } else t.equal(ring.write(block), stored.length, `stored by the interrupt ${where}`);
    all = all.concat(stored);
    lost += block.length - stored.length;
    seen.push(all);
    times += 1;
    return steps[times];
  });
  const seen = [held];
  const answer = consumer.call(ring);
  const right = seen.map((samples) => JSON.stringify(consumer.answers(p, samples)));
  const given = JSON.stringify(answer);
  t.ok(right.includes(given), `what ${consumer.name} gives is ${right.join(' or ')} (is ${given}) ${where}`);
  const moved = consumer.moved(answer);
  ring.expect(all.slice(moved), after(p, tail, all.length), after(p, tail, moved), lost, where);
}

export const checks = [
  {
    id: 'starts-empty',
    visible: true,
    title: 'ring_init makes an empty ring out of any memory',
    lesson: 'Memory that DMA or a warm reset leaves behind is not zero.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      for (const fill of [0xa5, 0xff, t.random.integer(1, 0xfe)]) {
        ring.memory.set(new Uint8Array(ring.memory.length).fill(fill));
        ring.init();
        t.equal(ring.level(), 0, `the level after ring_init on memory full of ${fill}`);
        t.deepEqual(ring.announced('after ring_init'), [], 'the samples in the ring');
        t.equal(ring.state().lost, 0, 'lost after ring_init');
        t.deepEqual(ring.read(8), [], 'samples read from an empty ring');
      }
    },
  },
  {
    id: 'keeps-order',
    visible: true,
    title: 'Samples come out in the order in which they went in',
    lesson: 'A ring is a queue: first in, first out.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const values = randomSamples(t, p, p.block);
      t.equal(ring.write(values), p.block, `samples stored of a block of ${p.block} in an empty ring`);
      t.equal(ring.level(), p.block, 'the level after that');
      t.deepEqual(ring.read(5), values.slice(0, 5), 'the first five samples');
      t.deepEqual(ring.read(p.capacity), values.slice(5), 'the rest, when more is asked for than there is');
      t.equal(ring.level(), 0, 'the level at the end');
    },
  },
  {
    id: 'every-slot',
    visible: true,
    title: 'Every slot of the capacity is usable',
    lesson: 'Positions that run to twice the capacity tell full from empty without giving up a slot.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const values = randomSamples(t, p, p.capacity);
      t.equal(ring.write(values), p.capacity, `samples stored of ${p.capacity} in an empty ring`);
      t.equal(ring.level(), p.capacity, 'the level of a full ring');
      t.deepEqual(ring.read(p.capacity), values, 'the samples read from a full ring');
    },
  },
  {
    id: 'overrun-policy',
    visible: true,
    title: 'A block that does not fit is treated by the policy',
    lesson: 'What is lost in an overrun is a decision of the product, not of whichever loop came first.',
    points: 2,
    run(t, p) {
      const ring = new Ring(t, p);
      const model = new Model(p);
      const write = (count, what) => {
        const values = randomSamples(t, p, count);
        t.equal(ring.write(values), model.write(values), `samples stored of ${what}`);
        t.equal(ring.state().lost, model.lost, `lost after ${what}`);
      };
      write(p.capacity - 5, 'a block that leaves five free slots');
      write(12, 'a block of 12 when 5 slots are free');
      const room = p.capacity - model.held.length;
      write(room, `a block of ${room} when ${room} slots are free`);
      write(3, 'a block of 3 when the ring is full');
      t.deepEqual(ring.read(p.capacity), model.read(p.capacity), 'the samples in the ring');
    },
  },
  {
    id: 'wraps',
    visible: true,
    title: 'Blocks that straddle the end of the memory arrive whole',
    lesson: 'A transfer across the end is two copies, and the second one starts at slot 0.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      // Where the capacity is a multiple of the block, a shorter one first makes the others straddle the end.
      const shorter = randomSamples(t, p, t.random.integer(1, p.block - 1));
      t.equal(ring.write(shorter), shorter.length, `samples stored of a block of ${shorter.length}`);
      t.deepEqual(ring.read(shorter.length), shorter, 'the samples of that block');
      for (let round = 1; round <= Math.min(120, (5 * p.capacity) / p.block); round++) {
        const values = randomSamples(t, p, p.block);
        t.equal(ring.write(values), p.block, `samples stored in round ${round}`);
        t.deepEqual(ring.read(p.block), values, `samples read in round ${round} of blocks of ${p.block}`);
      }
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Steady streaming stays within the instruction budget',
    lesson: 'Two runs, copied by words, cost less than a division, a branch or a loop step for every sample.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const bytes = p.block * p.sampleBytes;
      const block = t.constant(new Uint8Array(bytes), 'the block');
      const output = t.zeroed(bytes, 'the output');
      for (let round = 1; round <= p.rounds; round++) {
        const values = randomSamples(t, p, p.block);
        block.set(toBytes(p, values));
        t.equal(ring.call('ring_write', block.address, p.block), p.block, `samples stored in round ${round}`);
        t.equal(ring.call('ring_read', output.address, p.block), p.block, `samples read in round ${round}`);
        t.deepEqual(samplesIn(p, output.bytes()), values, `the samples read in round ${round}`);
      }
    },
  },
  {
    id: 'trim',
    visible: false,
    title: 'ring_trim drops the oldest samples down to the watermark',
    lesson: 'After a stall the freshest audio matters; dropping it on purpose is not a loss of the producer.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const model = new Model(p);
      t.equal(ring.trim(), 0, 'dropped from an empty ring');
      for (const count of [p.watermark, 1, p.capacity - p.watermark, 3, p.capacity]) {
        const values = randomSamples(t, p, count);
        t.equal(ring.write(values), model.write(values), `stored of ${count} more`);
        t.equal(ring.trim(), model.trim(), `dropped after writing ${count} more`);
        t.equal(ring.level(), model.held.length, 'the level after that');
        t.equal(ring.state().lost, model.lost, 'lost, which trimming does not change');
      }
      t.deepEqual(ring.read(p.watermark), model.read(p.watermark), 'the samples that remain');
    },
  },
  {
    id: 'single-writer',
    visible: false,
    title: 'Each position has one writer, and positions stay in their range',
    lesson: 'The interrupt may strike at any time: what both sides write, one side will overwrite.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      t.ok(ring.write(randomSamples(t, p, p.capacity - 4)) > 0, 'ring_write stores samples in the ring');
      for (let step = 0; step < 60; step++) {
        const before = ring.state();
        ring.write(randomSamples(t, p, step === 0 ? p.block : t.random.integer(1, p.block)));
        const written = ring.state();
        t.equal(written.tail, before.tail, 'tail after ring_write, which belongs to the consumer');
        if (step % 3 === 2) ring.trim();
        ring.read(step % 6 === 5 ? p.capacity : t.random.integer(1, p.block));
        const { head, lost, slots } = ring.state();
        t.equal(head, written.head, 'head after ring_read and ring_trim, which belongs to the producer');
        t.equal(lost, written.lost, 'lost after ring_read and ring_trim, which belongs to the producer');
        t.deepEqual(slots, written.slots, 'the samples after ring_read and ring_trim, which belong to the producer');
        ring.announced(`in step ${step + 1}`);
      }
    },
  },
  {
    id: 'dma-moves-head',
    visible: false,
    title: 'The ring is all in ring_t: hardware may fill it and move head by itself',
    lesson: 'A shadow count or index goes stale as soon as hardware, and not ring_write, puts samples into the ring.',
    points: 1,
    run: (t, p) => expectFromAnywhere(t, p, new Ring(t, p)),
  },
  {
    id: 'publishes-last',
    visible: false,
    title: 'A position moves only after the samples that it announces were copied',
    lesson: 'The other side acts on a position at once: publish it last, behind a barrier.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const count = Math.min(p.block, 9);
      for (const tail of [3, p.capacity - 2, p.capacity - 8, p.lastPosition - 4, p.lastPosition]) {
        for (const level of [4, p.capacity - 4]) {
          const held = randomSamples(t, p, level);
          const values = randomSamples(t, p, count);
          const stored = kept(p, values, p.capacity - level);
          ring.lay(tail, held);
          watch(t, (where) => {
            const seen = ring.announced(`${where} of ring_write`);
            const right = held.concat(stored).slice(0, Math.max(level, seen.length));
            t.deepEqual(seen, right, `the samples that can be read ${where} of ring_write`);
          });
          t.equal(ring.write(values), stored.length, 'samples stored');
        }
        const values = randomSamples(t, p, count);
        ring.lay(tail, values);
        watch(t, (where) => {
          const gone = between(p, ring.state().tail, tail);
          t.ok(gone <= count, `tail moves by at most ${count} ${where} of ring_read (moved by ${gone})`);
          const copied = samplesIn(p, ring.output.bytes().slice(-count * p.sampleBytes)).slice(0, gone);
          t.deepEqual(copied, values.slice(0, gone), `the output ${where} of ring_read, as far as tail has moved`);
        });
        t.deepEqual(ring.read(count), values, 'samples read');
      }
    },
  },
  {
    id: 'struck-anywhere',
    visible: false,
    title: 'The interrupt may strike before any accesses to memory of ring_read, ring_trim and ring_level',
    lesson:
      'What the main loop has stored by then is what the interrupt acts on: each value of a position must be true.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const blocks = [4, 7, 3].map((count) => randomSamples(t, p, count));
      for (const consumer of consumers) {
        for (const tail of [1, p.capacity - 3, p.lastPosition - 2]) {
          for (const count of [0, 3, p.capacity, p.capacity - 3, p.watermark, p.watermark + 9]) {
            const held = randomSamples(t, p, count);
            ring.lay(tail, held);
            consumer.call(ring);
            const steps = t.steps();
            t.ok(steps >= 2, `${consumer.name} reads both positions of the ring`);
            for (let step = 0; step < steps; step++) strike(t, p, ring, consumer, tail, held, [step], blocks);
            for (let i = 0; i < 10; i++) {
              const some = Array.from({ length: t.random.integer(2, 3) }, () => t.random.integer(0, steps - 1));
              const struck = [...new Set(some)].sort((a, b) => a - b);
              strike(t, p, ring, consumer, tail, held, struck, t.random.shuffle(blocks));
            }
          }
        }
      }
    },
  },
  {
    id: 'lost-sticks',
    visible: false,
    title: 'The count of lost samples stops at its largest value',
    lesson: 'Telemetry that wraps to a small number hides the worst overruns.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const full = randomSamples(t, p, p.capacity);
      const tail = t.random.integer(0, p.lastPosition);
      for (const left of [t.random.integer(3, 60), 2, 1, 0]) {
        for (const count of [1, 2, left - 1, left, left + 1, left + t.random.integer(2, 40)]) {
          if (count <= 0) continue;
          ring.lay(tail, full, most - left);
          t.equal(ring.write(randomSamples(t, p, count)), 0, 'samples stored in a full ring');
          t.equal(
            ring.state().lost,
            Math.min(most, most - left + count),
            `lost after ${count} more, with ${left} left`,
          );
        }
      }
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'Zero samples and blocks larger than the ring are handled',
    lesson: 'The caller is an interrupt: there is nobody to complain to about a strange count.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      t.equal(ring.call('ring_write', 0, 0), 0, 'samples stored of an empty block');
      t.equal(ring.call('ring_read', 0, 0), 0, 'samples read when none are asked for');
      const pattern = randomSamples(t, p, 251);
      const lengths = [moreThanHalfWord + t.random.integer(3, 40), 2 * p.capacity + 3, p.capacity + 1];
      for (const length of lengths) {
        const values = Array.from({ length }, (_, i) => pattern[i % 251]);
        const stored = kept(p, values, p.capacity);
        const block = t.constant(toBytes(p, values), 'the block');
        ring.init();
        t.equal(ring.call('ring_write', block.address, length), stored.length, `stored of a block of ${length}`);
        t.equal(ring.state().lost, length - stored.length, `lost after a block of ${length}`);
        t.deepEqual(ring.read(p.capacity), stored, `the samples after a block of ${length}`);
      }
      for (const count of [256, moreThanHalfWord, 0x80000000, most]) {
        const values = randomSamples(t, p, Math.min(200, p.capacity));
        ring.write(values);
        t.deepEqual(
          ring.read(count, values.length),
          values.slice(0, count),
          `what is read when ${count} are asked for`,
        );
      }
    },
  },
  {
    id: 'long-run',
    visible: false,
    title: 'Thousands of mixed calls agree with a model',
    lesson: 'Faults at the edges of a ring show when reading and writing drift apart.',
    points: 1,
    run(t, p) {
      const ring = new Ring(t, p);
      const model = new Model(p);
      for (let step = 1; step <= 300; step++) {
        const values = randomSamples(t, p, t.random.integer(0, 2 * p.block));
        t.equal(ring.write(values), model.write(values), `samples stored in step ${step}`);
        const wanted = t.random.integer(0, 2 * p.block);
        t.deepEqual(ring.read(wanted), model.read(wanted), `samples read in step ${step}`);
        if (step % 50 === 0) t.equal(ring.trim(), model.trim(), `dropped in step ${step}`);
        t.equal(ring.level(), model.held.length, `the level after step ${step}`);
        t.equal(ring.state().lost, model.lost, `lost after step ${step}`);
      }
    },
  },
];
