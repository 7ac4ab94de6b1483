// The checks: each builds a ring in guarded memory, drives it, and compares it with a model that is a plain list.

const unsigned = (x) => Number(x) >>> 0;

// The ring as the header lays it out: samples, padding to four bytes, then head, tail and lost.
function layoutOf(p) {
  const headAt = Math.ceil((p.capacity * p.sampleBytes) / 4) * 4;
  return { headAt, tailAt: headAt + 4, lostAt: headAt + 8, bytes: headAt + 12 };
}

const words = (values) => new Uint8Array(Uint32Array.from(values).buffer);
const samplesToBytes = (p, values) => new Uint8Array((p.sampleBytes === 1 ? Int8Array : Int16Array).from(values).buffer);

function ringOf(t, p) {
  const at = layoutOf(p);
  const memory = t.zeroed(at.bytes);
  const bytes = () => Uint8Array.from(memory.bytes());
  const word = (offset) => new DataView(bytes().buffer).getUint32(offset, true);
  return {
    address: memory.address,
    at,
    bytes,
    fill(value) {
      memory.set(new Uint8Array(at.bytes).fill(value));
    },
    poke(offset, data) {
      const all = bytes();
      all.set(data, offset);
      memory.set(all);
    },
    positions: () => ({ head: word(at.headAt), tail: word(at.tailAt), lost: word(at.lostAt) }),
    samples: () => {
      const data = bytes().slice(0, p.capacity * p.sampleBytes);
      return Array.from(p.sampleBytes === 1 ? new Int8Array(data.buffer) : new Int16Array(data.buffer));
    },
  };
}

function start(t, p) {
  const ring = ringOf(t, p);
  ring.fill(0xa5);
  t.call('ring_init', ring.address);
  return ring;
}

const place = (p, ring, head, tail, lost = 0) => ring.poke(ring.at.headAt, words([head, tail, lost]));
const randomSamples = (t, p, count) => {
  const reach = 2 ** (p.sampleBits - 1);
  return Array.from({ length: count }, () => t.random.integer(-reach, reach - 1));
};

function write(t, p, ring, values) {
  const block = t.zeroed(Math.max(4, values.length * p.sampleBytes));
  if (values.length > 0) block.set(samplesToBytes(p, values));
  return unsigned(t.call('ring_write', ring.address, block.address, values.length));
}

function read(t, p, ring, count) {
  const size = Math.max(4, count * p.sampleBytes);
  const out = t.zeroed(size);
  const moved = unsigned(t.call('ring_read', ring.address, out.address, count));
  const data = Uint8Array.from(out.bytes()).slice(0, Math.min(moved, count) * p.sampleBytes);
  return { moved, values: Array.from(p.sampleBytes === 1 ? new Int8Array(data.buffer) : new Int16Array(data.buffer)), out };
}

const level = (t, ring) => unsigned(t.call('ring_level', ring.address));

// What the policy stores of a block when there is this much room.
function kept(p, values, room) {
  if (values.length <= room) return values;
  if (p.policy === 'whole') return [];
  return p.policy === 'first' ? values.slice(0, room) : values.slice(values.length - room);
}

// Positions as the header defines them.
const after = (p, position, by) => (position + by) % (2 * p.capacity);
const between = (p, head, tail) => (head - tail + 2 * p.capacity) % (2 * p.capacity);

// A ring that holds these samples from a position on.
function lay(p, ring, tail, held) {
  const slots = new Array(p.capacity).fill(0);
  held.forEach((value, i) => {
    slots[(tail + i) % p.capacity] = value;
  });
  ring.poke(0, samplesToBytes(p, slots));
  place(p, ring, after(p, tail, held.length), tail);
}

// What the other side could read at this moment.
function announced(t, p, ring, where) {
  const { head, tail } = ring.positions();
  t.ok(head <= p.lastPosition && tail <= p.lastPosition, `both positions are within 0 to ${p.lastPosition} ${where} (head ${head}, tail ${tail})`);
  const count = between(p, head, tail);
  t.ok(count <= p.capacity, `positions are at most ${p.capacity} apart ${where} (head ${head}, tail ${tail})`);
  const slots = ring.samples();
  return Array.from({ length: count }, (_, i) => slots[(tail + i) % p.capacity]);
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

// A model of the ring: the list of samples in it, and the count of lost ones.
function modelOf(p) {
  let held = [];
  let lost = 0;
  return {
    write(values) {
      const stored = kept(p, values, p.capacity - held.length);
      held = held.concat(stored);
      lost = Math.min(0xffffffff, lost + values.length - stored.length);
      return stored.length;
    },
    read: (count) => held.splice(0, count),
    trim() {
      return held.splice(0, Math.max(0, held.length - p.watermark)).length;
    },
    level: () => held.length,
    lost: () => lost,
  };
}

const at = (values, limit = 12) => (values.length > limit ? `${values.slice(0, limit).join(' ')} …` : values.join(' '));

export const checks = [
  {
    id: 'starts-empty',
    visible: true,
    title: 'ring_init makes an empty ring out of any memory',
    lesson: 'Memory that DMA or a warm reset leaves behind is not zero.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      t.equal(level(t, ring), 0, 'the level after ring_init on memory full of 0xA5');
      const { moved, out } = read(t, p, ring, 8);
      t.equal(moved, 0, 'samples read from an empty ring');
      t.ok(Uint8Array.from(out.bytes()).every((b) => b === 0), 'reading from an empty ring leaves the output alone');
      t.deepEqual(ring.positions().lost, 0, 'lost after ring_init');
    },
  },
  {
    id: 'keeps-order',
    visible: true,
    title: 'Samples come out in the order in which they went in',
    lesson: 'A ring is a queue: first in, first out.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const values = randomSamples(t, p, p.block);
      t.equal(write(t, p, ring, values), p.block, `samples stored of a block of ${p.block} in an empty ring`);
      t.equal(level(t, ring), p.block, 'the level after that');
      t.deepEqual(read(t, p, ring, 5).values, values.slice(0, 5), 'the first five samples');
      t.deepEqual(read(t, p, ring, p.capacity).values, values.slice(5), 'the rest, when more is asked for than there is');
      t.equal(level(t, ring), 0, 'the level at the end');
    },
  },
  {
    id: 'every-slot',
    visible: true,
    title: 'Every slot of the capacity is usable',
    lesson: 'Positions that run to twice the capacity tell full from empty without giving up a slot.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const values = randomSamples(t, p, p.capacity);
      t.equal(write(t, p, ring, values), p.capacity, `samples stored of ${p.capacity} in an empty ring`);
      t.equal(level(t, ring), p.capacity, 'the level of a full ring');
      const { moved, values: got } = read(t, p, ring, p.capacity);
      t.equal(moved, p.capacity, 'samples read from a full ring');
      t.ok(got.every((v, i) => v === values[i]), `the samples read from a full ring are those written (got ${at(got)}, expected ${at(values)})`);
    },
  },
  {
    id: 'overrun-policy',
    visible: true,
    title: 'A block that does not fit is treated by the policy',
    lesson: 'What is lost in an overrun is a decision of the product, not of whichever loop came first.',
    points: 2,
    run(t, p) {
      const ring = start(t, p);
      const model = modelOf(p);
      const filler = randomSamples(t, p, p.capacity - 5);
      t.equal(write(t, p, ring, filler), model.write(filler), 'samples stored of a block that leaves five free slots');
      const block = randomSamples(t, p, 12);
      t.equal(write(t, p, ring, block), model.write(block), 'samples stored of a block of 12 when 5 slots are free');
      t.equal(ring.positions().lost, model.lost(), 'lost after that');
      const room = p.capacity - model.level();
      const exact = randomSamples(t, p, room);
      t.equal(write(t, p, ring, exact), model.write(exact), `samples stored of a block of ${room} when ${room} slots are free`);
      t.equal(ring.positions().lost, model.lost(), 'lost after a block that fits exactly');
      model.read(p.capacity - 12);
      read(t, p, ring, p.capacity - 12);
      t.deepEqual(read(t, p, ring, 12).values, model.read(12), 'the last twelve samples in the ring');
    },
  },
  {
    id: 'wraps',
    visible: true,
    title: 'Blocks that straddle the end of the memory arrive whole',
    lesson: 'A transfer across the end is two copies, and the second one starts at slot 0.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const model = modelOf(p);
      const rounds = Math.ceil((5 * p.capacity) / p.block);
      for (let round = 0; round < Math.min(rounds, 120); round++) {
        const values = randomSamples(t, p, p.block);
        t.equal(write(t, p, ring, values), model.write(values), `samples stored in round ${round + 1}`);
        t.deepEqual(read(t, p, ring, p.block).values, model.read(p.block), `samples read in round ${round + 1} of blocks of ${p.block}`);
      }
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'Steady streaming stays within the instruction budget',
    lesson: 'Two runs without a test for the end in each step cost less than a division or a branch for every sample.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const block = t.zeroed(p.block * p.sampleBytes, 'the block');
      const out = t.zeroed(p.block * p.sampleBytes, 'the output');
      for (let round = 0; round < p.rounds; round++) {
        const bytes = samplesToBytes(p, randomSamples(t, p, p.block));
        block.set(bytes);
        t.equal(unsigned(t.call('ring_write', ring.address, block.address, p.block)), p.block, `samples stored in round ${round + 1}`);
        t.equal(unsigned(t.call('ring_read', ring.address, out.address, p.block)), p.block, `samples read in round ${round + 1}`);
        t.deepEqual(Array.from(out.bytes()), Array.from(bytes), `the bytes read in round ${round + 1}`);
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
      const ring = start(t, p);
      const model = modelOf(p);
      t.equal(unsigned(t.call('ring_trim', ring.address)), 0, 'dropped from an empty ring');
      for (const count of [p.watermark, p.capacity - p.watermark, 3]) {
        const values = randomSamples(t, p, count);
        write(t, p, ring, values);
        model.write(values);
        t.equal(unsigned(t.call('ring_trim', ring.address)), model.trim(), `dropped after writing ${count} more`);
        t.equal(level(t, ring), model.level(), 'the level after that');
      }
      t.equal(ring.positions().lost, model.lost(), 'lost, which trimming does not change');
      t.deepEqual(read(t, p, ring, p.watermark).values, model.read(p.watermark), 'the samples that remain');
    },
  },
  {
    id: 'single-writer',
    visible: false,
    title: 'Each position has one writer, and positions stay in their range',
    lesson: 'The interrupt may strike between any two instructions of the main loop: what both sides write, one side will overwrite.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const empty = ring.samples();
      write(t, p, ring, randomSamples(t, p, p.capacity - 4));
      t.ok(ring.samples().some((v, i) => v !== empty[i]), 'ring_write stores samples in the ring');
      for (let step = 0; step < 60; step++) {
        const before = ring.positions();
        write(t, p, ring, randomSamples(t, p, step === 0 ? p.block : t.random.integer(1, p.block)));
        const written = ring.positions();
        t.equal(written.tail, before.tail, 'tail after ring_write, which belongs to the consumer');
        t.ok(written.head <= p.lastPosition, `head stays within 0 to ${p.lastPosition} (is ${written.head})`);
        const held = ring.samples();
        if (step % 3 === 2) t.call('ring_trim', ring.address);
        read(t, p, ring, step % 6 === 5 ? p.capacity : t.random.integer(1, p.block));
        const after = ring.positions();
        t.equal(after.head, written.head, 'head after ring_read and ring_trim, which belongs to the producer');
        t.equal(after.lost, written.lost, 'lost after ring_read and ring_trim, which belongs to the producer');
        t.ok(after.tail <= p.lastPosition, `tail stays within 0 to ${p.lastPosition} (is ${after.tail})`);
        t.deepEqual(ring.samples().filter((v, i) => v !== held[i]).length, 0, 'samples in the ring that reading changed');
      }
    },
  },
  {
    id: 'dma-moves-head',
    visible: false,
    title: 'The ring is all in ring_t: hardware may move head by itself',
    lesson: 'A shadow count or index goes stale as soon as the DMA controller, and not ring_write, puts samples into the ring.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const values = randomSamples(t, p, p.capacity);
      for (const [tail, count] of [[0, 7], [p.capacity - 3, 9], [p.lastPosition - 2, 6], [p.capacity, p.capacity]]) {
        const slots = ring.samples();
        for (let i = 0; i < count; i++) slots[(tail + i) % p.capacity] = values[i];
        ring.poke(0, samplesToBytes(p, slots));
        place(p, ring, (tail + count) % (2 * p.capacity), tail);
        t.equal(level(t, ring), count, `the level when head is ${count} past tail ${tail}`);
        t.deepEqual(read(t, p, ring, count).values, values.slice(0, count), `samples read from tail ${tail}`);
        t.equal(ring.positions().tail, (tail + count) % (2 * p.capacity), `tail after reading ${count} from ${tail}`);
      }
      place(p, ring, 4, p.lastPosition - 1);
      t.equal(write(t, p, ring, [1, 2, 3]), 3, 'samples stored after the positions were moved');
      t.equal(ring.positions().head, 7, 'head after storing three samples at position 4');
    },
  },
  {
    id: 'publishes-last',
    visible: false,
    title: 'A position moves only after the samples that it announces were copied',
    lesson: 'The other side acts on a position at once: publish it last, behind a barrier.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const count = Math.min(p.block, 9);
      for (const tail of [3, p.capacity - 2, p.lastPosition - 4, p.lastPosition]) {
        const held = randomSamples(t, p, 4);
        const values = randomSamples(t, p, count);
        const block = t.constant(samplesToBytes(p, values), 'the block');
        lay(p, ring, tail, held);
        watch(t, (where) => {
          const seen = announced(t, p, ring, `${where} of ring_write`);
          t.deepEqual(seen, held.concat(values).slice(0, seen.length), `the samples that can be read ${where} of ring_write`);
        });
        t.equal(unsigned(t.call('ring_write', ring.address, block.address, count)), count, 'samples stored');
        t.deepEqual(announced(t, p, ring, 'after ring_write'), held.concat(values), 'the samples that can be read after ring_write');
        lay(p, ring, tail, values);
        const out = t.zeroed(count * p.sampleBytes, 'the output');
        watch(t, (where) => {
          const gone = between(p, ring.positions().tail, tail);
          t.ok(gone <= count, `tail moves by at most ${count} ${where} of ring_read (moved by ${gone})`);
          const copied = Uint8Array.from(out.bytes()).slice(0, gone * p.sampleBytes);
          t.deepEqual(Array.from(copied), Array.from(samplesToBytes(p, values.slice(0, gone))), `the output ${where} of ring_read, as far as tail has moved`);
        });
        t.equal(unsigned(t.call('ring_read', ring.address, out.address, count)), count, 'samples read');
      }
    },
  },
  {
    id: 'struck-anywhere',
    visible: false,
    title: 'The interrupt may strike before any access to memory of ring_read, ring_trim and ring_level',
    lesson: 'Whatever the main loop has stored by then is what the interrupt acts on: no position may pass through a value that it must not have.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const values = randomSamples(t, p, Math.min(p.block, 7));
      const block = t.constant(samplesToBytes(p, values), 'the block');
      const out = t.zeroed(8 * p.sampleBytes, 'the output');
      // Calls one function of the consumer with the producer's interrupt before one access; then everything is read back.
      const strike = (consumer, tail, held, step) => {
        const where = `with ${held.length} samples from position ${tail} and an interrupt before access ${step + 1} of ${consumer.name}`;
        lay(p, ring, tail, held);
        let stored = 0;
        t.interrupt(step, () => {
          announced(t, p, ring, where);
          stored = unsigned(t.call('ring_write', ring.address, block.address, values.length));
        });
        const answer = unsigned(consumer.call());
        const moved = consumer.moves(answer);
        const rooms = [p.capacity - held.length, p.capacity - held.length + moved];
        const fitting = rooms.map((room) => kept(p, values, room)).find((list) => list.length === stored);
        t.ok(fitting, `samples that the interrupt stores (${stored}) ${where}`);
        consumer.check(answer, where, held, held.concat(fitting));
        t.equal(ring.positions().lost, values.length - stored, `lost ${where}`);
        t.deepEqual(announced(t, p, ring, where), held.concat(fitting).slice(moved), `the samples in the ring ${where}`);
      };
      const consumers = [
        {
          name: 'ring_read',
          call: () => t.call('ring_read', ring.address, out.address, 6),
          moves: (answer) => answer,
          check: (answer, where, _, all) => {
            t.equal(answer, 6, `samples read ${where}`);
            const got = Uint8Array.from(out.bytes()).slice(0, 6 * p.sampleBytes);
            t.deepEqual(Array.from(got), Array.from(samplesToBytes(p, all.slice(0, 6))), `the samples read ${where}`);
          },
        },
        {
          name: 'ring_trim',
          call: () => t.call('ring_trim', ring.address),
          moves: (answer) => answer,
          check: (answer, where, held, all) => {
            const right = [held, all].map((list) => Math.max(0, list.length - p.watermark));
            t.ok(right.includes(answer), `samples dropped ${where} (${answer}, right are ${right.join(' and ')})`);
          },
        },
        {
          name: 'ring_level',
          call: () => t.call('ring_level', ring.address),
          moves: () => 0,
          check: (answer, where, held, all) => {
            t.ok(answer === held.length || answer === all.length, `the level ${where} (${answer}, right are ${held.length} and ${all.length})`);
          },
        },
      ];
      for (const consumer of consumers) {
        for (const tail of [1, p.capacity - 3, p.lastPosition - 2]) {
          for (const count of [p.capacity, p.capacity - 3, p.watermark + 9]) {
            const held = randomSamples(t, p, count);
            lay(p, ring, tail, held);
            consumer.call();
            const steps = t.steps();
            t.ok(steps >= 2, `${consumer.name} reads both positions of the ring`);
            for (let step = 0; step < steps; step++) strike(consumer, tail, held, step);
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
      const ring = start(t, p);
      place(p, ring, p.capacity, 0, 0xfffffffa);
      write(t, p, ring, randomSamples(t, p, 4));
      t.equal(ring.positions().lost, 0xfffffffe, 'lost after four more');
      write(t, p, ring, randomSamples(t, p, 4));
      t.equal(ring.positions().lost, 0xffffffff, 'lost after four more');
      write(t, p, ring, randomSamples(t, p, 4));
      t.equal(ring.positions().lost, 0xffffffff, 'lost after four more');
    },
  },
  {
    id: 'odd-counts',
    visible: false,
    title: 'Zero samples and blocks larger than the ring are handled',
    lesson: 'The caller is an interrupt: there is nobody to complain to about a strange count.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      t.equal(unsigned(t.call('ring_write', ring.address, 0, 0)), 0, 'samples stored of an empty block');
      t.equal(unsigned(t.call('ring_read', ring.address, 0, 0)), 0, 'samples read when none are asked for');
      const model = modelOf(p);
      const empty = modelOf(p);
      const veryLong = randomSamples(t, p, 65536 + t.random.integer(3, 40));
      t.equal(write(t, p, ring, veryLong), empty.write(veryLong), `samples stored of a block of ${veryLong.length}`);
      t.equal(ring.positions().lost, empty.lost(), `lost after a block of ${veryLong.length}`);
      t.deepEqual(read(t, p, ring, 6).values, empty.read(6), `the oldest samples after a block of ${veryLong.length}`);
      t.call('ring_init', ring.address);
      const huge = randomSamples(t, p, 2 * p.capacity + 3);
      t.equal(write(t, p, ring, huge), model.write(huge), 'samples stored of a block of more than twice the capacity');
      t.equal(ring.positions().lost, model.lost(), 'lost after that');
      t.deepEqual(read(t, p, ring, 6).values, model.read(6), 'the oldest samples after that');
      const out = t.zeroed(p.capacity * p.sampleBytes);
      t.equal(unsigned(t.call('ring_read', ring.address, out.address, 0xffffffff)), model.read(p.capacity).length, 'samples read when 4,294,967,295 are asked for');
    },
  },
  {
    id: 'long-run',
    visible: false,
    title: 'Thousands of mixed calls agree with a model',
    lesson: 'Faults at the edges of a ring show when reading and writing drift apart.',
    points: 1,
    run(t, p) {
      const ring = start(t, p);
      const model = modelOf(p);
      for (let step = 0; step < 400; step++) {
        const values = randomSamples(t, p, t.random.integer(0, 2 * p.block));
        t.equal(write(t, p, ring, values), model.write(values), `samples stored in step ${step + 1}`);
        const wanted = t.random.integer(0, 2 * p.block);
        t.deepEqual(read(t, p, ring, wanted).values, model.read(wanted), `samples read in step ${step + 1}`);
        if (step % 50 === 49) t.equal(unsigned(t.call('ring_trim', ring.address)), model.trim(), `dropped in step ${step + 1}`);
        t.equal(level(t, ring), model.level(), `the level after step ${step + 1}`);
        t.equal(ring.positions().lost, model.lost(), `lost after step ${step + 1}`);
      }
    },
  },
];
