// The checks: each lays a pool out at an odd address, drives it, and compares what it says and holds with a model that
// knows nothing but which blocks are out and in which order they came back.

const codes = { ok: 0, foreign: -1, double: -2 };
const unsigned = (x) => Number(x) >>> 0;
const signed = (x) => Number(x) | 0;
const range = (count) => Array.from({ length: count }, (_, i) => i);
const bytesOf = (t, count) => range(count).map(() => t.random.integer(0, 255));
const sorted = (list) => [...list].sort((a, b) => a - b);
const wholeBytes = (p) => p.maxBlocks * p.strideBytes;

// Where the blocks of a memory must lie.
function layoutOf(p, address, bytes) {
  const first = Math.ceil(address / p.align) * p.align;
  const room = address + bytes - first - p.blockBytes;
  const count = room < 0 ? 0 : Math.min(p.maxBlocks, Math.floor(room / p.strideBytes) + 1);
  return { first, blocks: range(count).map((i) => first + i * p.strideBytes) };
}

// The memory of a pool_t, full of whatever was there before.
function stateOf(t, p) {
  const bytes = 20 + 4 * p.mapWords;
  const state = t.zeroed(bytes);
  state.set(bytesOf(t, bytes));
  return state;
}

// A pool in `bytes` bytes that start `offset` after an address divisible by 32.
function poolOf(t, p, bytes, offset, state = stateOf(t, p)) {
  const memory = t.zeroed(64 + bytes);
  const start = ((32 - (memory.address % 32)) % 32) + offset;
  const address = memory.address + start;
  const before = t.random.integer(1, 255);
  memory.set(new Uint8Array(64 + bytes).fill(before));
  const layout = layoutOf(p, address, bytes);
  const words = () => Array.from(state.int32(), unsigned);
  return {
    ...layout,
    address,
    state,
    words,
    init: (length = bytes) => unsigned(t.call('pool_init', state.address, address, length)),
    alloc: () => unsigned(t.call('pool_alloc', state.address)),
    free: (block) => signed(t.call('pool_free', state.address, block)),
    used: () => words()[3],
    peak: () => words()[4],
    content: () => memory.bytes(),
    outside: () => {
      const all = memory.bytes();
      return [...all.subarray(0, start), ...all.subarray(start + bytes)].filter((byte) => byte !== before).length;
    },
    fill: (block, data) => memory.set(data, block - memory.address),
    read: (block) => Array.from(t.peek(block, p.blockBytes)),
    holds: (block, byte) => t.peek(block, p.blockBytes).every((found) => found === byte),
    // The free list as a crash dump shows it; a damaged one ends where it leaves the pool or grows too long.
    list() {
      const found = [];
      const known = new Set(layout.blocks);
      const bytes = memory.bytes();
      const link = (at) => new DataView(bytes.buffer, bytes.byteOffset + at - memory.address, 4).getUint32(0, true);
      for (let at = words()[2]; at !== 0; at = link(at)) {
        if (!known.has(at) || found.length > layout.blocks.length) return [...found, `${at} is no block`];
        found.push(at);
      }
      return found;
    },
  };
}

function start(t, p, bytes = wholeBytes(p), offset = t.random.integer(0, p.align - 1), state = stateOf(t, p)) {
  const pool = poolOf(t, p, bytes + p.align, offset, state);
  t.equal(pool.init(), pool.blocks.length, `blocks in ${bytes + p.align} bytes from address ${pool.address}`);
  return pool;
}

// A pool with a model of it beside: `held` is the free list from its head on, `map` what `in_use` must hold.
function modelled(t, p, pool) {
  const held = [...pool.blocks];
  const out = [];
  const map = new Uint32Array(p.mapWords);
  let peak = 0;
  const turnBit = (block) => {
    const index = (block - pool.first) / p.strideBytes;
    map[index >> 5] ^= 1 << (index & 31);
  };
  const state = () => [pool.first, pool.blocks.length, held[0] ?? 0, out.length, peak, ...map];
  return {
    ...pool,
    held,
    taken: out,
    // The next block must be the one that was freed last.
    take(when) {
      const expected = held.shift() ?? 0;
      t.equal(pool.alloc(), expected, `the block that pool_alloc gives ${when}`);
      if (expected !== 0) {
        out.push(expected);
        turnBit(expected);
      }
      peak = Math.max(peak, out.length);
      return expected;
    },
    give(block, when) {
      t.equal(pool.free(block), codes.ok, `what pool_free returns for a block that is out, ${when}`);
      out.splice(out.indexOf(block), 1);
      held.unshift(block);
      turnBit(block);
    },
    refuse(block, code, what) {
      t.equal(pool.free(block), code, what);
      t.deepEqual(pool.words(), state(), `the words of pool_t after ${what}`);
    },
    agrees(when) {
      const words = pool.words();
      t.deepEqual(words.slice(0, 5), state().slice(0, 5), `first, blocks, free, used and peak ${when}`);
      t.deepEqual(words.slice(5), state().slice(5), `the map in_use ${when}`);
    },
    listAgrees: (when) => t.deepEqual(pool.list(), held, `the free list ${when}`),
  };
}

// Addresses that are no block of a pool, among them what arithmetic in 8, 16 or 31 bits takes for one.
function strangeAddresses(t, p, { first, blocks }) {
  const { strideBytes: stride, blockBytes, align, maxBlocks } = p;
  const last = first + (blocks.length - 1) * stride;
  const near = [0, 1, first - stride, first - align, first - 1, first + 1, first + 4, first + blockBytes];
  const behind = [last + 1, last + align / 2, last + stride, last + 2 * stride, first + maxBlocks * stride];
  const far = [2 ** 16, 2 ** 31, 256 * stride, 65536 * stride, 2 ** 31 - (2 ** 31 % stride)];
  const aliases = far.map((distance) => t.random.pick([first, last]) + distance);
  const steps = range(12).map(() => first + stride * t.random.integer(blocks.length, Math.floor(0xffffffff / stride)));
  const strange = [...near, ...behind, 0xfffffff0, first - 32 * stride, ...aliases, ...steps];
  return strange.map(unsigned).filter((address) => !blocks.includes(address));
}

export const checks = [
  {
    id: 'starts-whole',
    visible: true,
    title: 'pool_init makes a free pool out of any memory',
    lesson: 'Neither the state nor the memory is zero after a warm reset.',
    points: 1,
    run(t, p) {
      const state = stateOf(t, p);
      for (const count of [p.maxBlocks, t.random.integer(2, 9), p.maxBlocks]) {
        const pool = modelled(t, p, start(t, p, count * p.strideBytes, undefined, state));
        pool.agrees('after pool_init');
        for (let i = 0; i < count; i++) if (pool.alloc() === 0) break;
        t.equal(pool.used(), pool.blocks.length, 'used when all blocks are out');
        for (let i = 0; i < 2; i++) pool.free(pool.blocks[t.random.integer(0, pool.blocks.length - 1)]);
        t.equal(pool.init(), pool.blocks.length, 'blocks when a used pool is made anew');
        pool.agrees('when a used pool is made anew');
        pool.blocks.forEach(() => pool.alloc());
      }
    },
  },
  {
    id: 'aligned-blocks',
    visible: true,
    title: 'Blocks are aligned, apart from each other and inside the memory',
    lesson: 'Round the address of the first block up, not its offset, and the distance of two blocks as well.',
    points: 1.5,
    run(t, p) {
      for (const offset of [0, 1, p.align - 1, t.random.integer(2, p.align - 2)]) {
        const pool = start(t, p, wholeBytes(p), offset);
        const given = pool.blocks.map(() => pool.alloc());
        const what = `addresses of the blocks in memory from ${pool.address} on, in the order in which they are given`;
        t.deepEqual(given, pool.blocks, what);
        t.equal(pool.alloc(), 0, 'what pool_alloc gives when all blocks are out');
        t.equal(pool.outside(), 0, 'bytes changed outside of the memory that was given');
      }
    },
  },
  {
    id: 'last-freed-first',
    visible: true,
    title: 'A freed block is the next one to be given',
    lesson: 'Taking and giving at the head of the list needs no search.',
    points: 1,
    run(t, p) {
      const pool = start(t, p);
      const taken = range(t.random.integer(5, 40)).map(() => pool.alloc());
      for (let round = 0; round < 6; round++) {
        const back = t.random.shuffle(taken).slice(0, t.random.integer(2, taken.length));
        const said = back.map((block) => pool.free(block));
        const fine = Array(said.length).fill(codes.ok);
        t.deepEqual(said, fine, `what pool_free returns for ${said.length} blocks that are out`);
        t.equal(pool.used(), taken.length - back.length, 'used after that');
        t.deepEqual(
          back.map(() => pool.alloc()),
          [...back].reverse(),
          'the next blocks, the one freed last first',
        );
        t.equal(pool.used(), taken.length, 'used after that');
      }
    },
  },
  {
    id: 'refuses-double',
    visible: true,
    title: 'A block that is not handed out cannot be freed',
    lesson: 'A double free puts one block into the list twice, and two owners get it.',
    points: 1.5,
    run(t, p) {
      const pool = start(t, p);
      t.equal(pool.free(t.random.pick(pool.blocks)), codes.double, 'freeing a block of a pool that gave nothing yet');
      const taken = range(p.maxBlocks - 2).map(() => pool.alloc());
      const never = pool.blocks.filter((b) => !taken.includes(b)).map((b) => pool.free(b));
      t.deepEqual(never, [codes.double, codes.double], 'freeing the two blocks that were never given');
      const back = t.random.shuffle(taken).slice(0, Math.floor(p.maxBlocks / 2));
      back.forEach((block, i) => {
        t.equal(pool.free(block), codes.ok, 'freeing a block');
        t.equal(pool.free(block), codes.double, 'freeing it again at once');
        const earlier = back[t.random.integer(0, i)];
        t.equal(pool.free(earlier), codes.double, 'freeing one again that is not the head of the list any more');
      });
      t.equal(pool.used(), p.maxBlocks - 2 - back.length, 'used after that');
      const before = pool.content();
      t.deepEqual(
        back.map((block) => pool.free(block)),
        back.map(() => codes.double),
        'freeing all of them once more',
      );
      t.deepEqual(pool.content(), before, 'the memory of the blocks after that');
      const next = range(back.length + 2).map(() => pool.alloc());
      const rest = pool.blocks.filter((b) => !taken.includes(b) || back.includes(b));
      t.deepEqual(sorted(next), rest, 'the blocks that are given until none is left');
    },
  },
  {
    id: 'steady-traffic',
    visible: true,
    title: 'Steady traffic stays within the instruction budget',
    lesson: 'A search through the list or the map costs most just when the pool is large.',
    points: 0.5,
    run(t, p) {
      const pool = modelled(t, p, start(t, p));
      const drain = (left) => {
        while (pool.held.length > left) pool.take(`when ${pool.held.length} are free`);
      };
      for (const left of [p.maxBlocks, t.random.integer(9, p.maxBlocks - 9), 1]) {
        drain(left);
        for (let i = 0; i < p.pairs / 3; i++) {
          pool.take(`when ${left} are free`);
          pool.give(t.random.pick(pool.taken), `when ${left - 1} are free`);
        }
      }
      pool.refuse(pool.held[0], codes.double, 'freeing the only block that is free');
      pool.listAgrees('in the end');
      pool.agrees('in the end');
    },
  },
  {
    id: 'list-and-map',
    visible: false,
    title: 'Free list and map show the same after every call',
    lesson: 'The links live in the free blocks, end with null, and name exactly the blocks whose bit is clear.',
    points: 1,
    run(t, p) {
      const pool = modelled(t, p, start(t, p));
      const [few, some, many] = [t.random.integer(3, 20), t.random.integer(0, 40), t.random.integer(60, p.maxBlocks)];
      for (const wanted of [few, p.maxBlocks, some, many, 0]) {
        for (let step = 0; pool.taken.length !== wanted; step++) {
          if (pool.taken.length < wanted) pool.take('in random traffic');
          else pool.give(t.random.pick(pool.taken), 'in random traffic');
          const when = `when ${pool.taken.length} of ${p.maxBlocks} blocks are out`;
          pool.agrees(when);
          if (step < 12) pool.listAgrees(when);
        }
        pool.listAgrees(`when ${wanted} of ${p.maxBlocks} blocks are out`);
      }
    },
  },
  {
    id: 'refuses-foreign',
    visible: false,
    title: 'Only the address of a block of this pool is a block',
    lesson: 'Inside the memory is not enough: look at the distance from the first block and at the number of blocks.',
    points: 1.5,
    run(t, p) {
      for (const count of [Math.floor(p.maxBlocks / 3), 1, p.maxBlocks, t.random.integer(2, 40)]) {
        const pool = modelled(t, p, start(t, p, count * p.strideBytes));
        while (pool.held.length > Math.floor(count / 4)) pool.take('at first');
        const before = pool.content();
        for (const address of strangeAddresses(t, p, pool)) {
          const where = `${address - pool.first} bytes from the first of ${pool.blocks.length} blocks`;
          pool.refuse(address, codes.foreign, `freeing address ${address}, ${where}`);
        }
        t.deepEqual(pool.content(), before, 'the memory of the blocks after that');
        const other = start(t, p, 3 * p.strideBytes);
        pool.refuse(other.alloc(), codes.foreign, 'freeing a block of another pool');
        for (const block of t.random.shuffle(pool.taken)) pool.give(block, 'after that');
        pool.agrees('after that');
      }
    },
  },
  {
    id: 'any-content',
    visible: false,
    title: 'What a user writes in a block belongs to the user',
    lesson: 'A mark inside the block cannot tell a free block from one that happens to hold the same bytes.',
    points: 1,
    run(t, p) {
      const pool = start(t, p, 6 * p.strideBytes);
      const { length } = pool.blocks;
      const taken = pool.blocks.map(() => pool.alloc());
      pool.free(taken[5]);
      pool.free(taken[4]);
      const all = (byte) => Array(p.blockBytes).fill(byte);
      const copies = [pool.read(taken[4]), pool.read(taken[5]), all(255), all(0)];
      copies.forEach((data, i) => pool.fill(taken[i], data));
      const next = [pool.alloc(), pool.alloc()];
      const freed = sorted([taken[4], taken[5]]);
      t.deepEqual(sorted(next), freed, 'the blocks that are given while others hold copies of free ones');
      copies.forEach((data, i) => t.deepEqual(pool.read(taken[i]), data, `the bytes of block ${i}`));
      pool.fill(next[0], copies[1]);
      for (const block of [taken[0], taken[1], taken[2], next[0], taken[3]]) {
        t.equal(pool.free(block), codes.ok, 'freeing a block with such bytes');
      }
      pool.fill(
        taken[3],
        pool.read(taken[3]).map((byte, i) => (i < 4 ? byte : t.random.integer(0, 255))),
      );
      t.equal(pool.free(taken[3]), codes.double, 'freeing a block twice after its former owner wrote behind the link');
      for (let left = length - pool.used(); left > 0; left--) pool.alloc();
      const written = pool.blocks.map((block) => {
        const pointers = new Uint8Array(new Uint32Array(Math.ceil(p.blockBytes / 4)).fill(block).buffer);
        const data = t.random.pick([bytesOf(t, p.blockBytes), Array.from(pointers).slice(0, p.blockBytes)]);
        pool.fill(block, data);
        return data;
      });
      for (const block of t.random.shuffle(pool.blocks)) {
        const data = written[pool.blocks.indexOf(block)];
        t.deepEqual(pool.read(block), data, 'the bytes of a block that is out while others come back');
        t.equal(pool.free(block), codes.ok, 'freeing a block with any bytes');
      }
    },
  },
  {
    id: 'high-water',
    visible: false,
    title: 'peak is the most that was ever out at once',
    lesson: 'The mark that sizes the next product must not move when blocks come back, and a refused call is no use.',
    points: 1,
    run(t, p) {
      const few = t.random.integer(9, 15);
      const small = { count: few, steps: [5, 2, 4, 7, 0, 6, few + 3, 1] };
      const large = { count: p.maxBlocks, steps: [200, 3, 260, 9, p.maxBlocks + 1, 0, 2] };
      for (const { count, steps } of [small, large]) {
        const pool = start(t, p, count * p.strideBytes);
        const { length } = pool.blocks;
        const out = [];
        let peak = 0;
        for (const wanted of steps) {
          while (out.length > wanted) t.equal(pool.free(out.pop()), codes.ok, 'freeing a block');
          while (out.length < Math.min(wanted, length)) out.push(pool.alloc());
          if (wanted > length) t.equal(pool.alloc(), 0, 'what an empty pool gives');
          peak = Math.max(peak, out.length);
          const when = `when ${out.length} of ${length} blocks are out`;
          t.deepEqual([pool.used(), pool.peak()], [out.length, peak], `used and peak ${when}`);
        }
        t.equal(pool.free(0), codes.foreign, 'freeing what is no block');
        t.deepEqual([pool.used(), pool.peak()], [out.length, length], 'used and peak after that');
      }
    },
  },
  {
    id: 'tight-memory',
    visible: false,
    title: 'Memory too short for a block, just enough, and more than wanted',
    lesson: 'Subtract from a length only after you know that it is longer.',
    points: 1,
    run(t, p) {
      for (let round = 0; round < 3; round++) {
        const offset = t.random.pick([0, 1, p.align - 1, t.random.integer(0, p.align - 1)]);
        const pad = (p.align - offset) % p.align;
        const exact = (count) => pad + (count - 1) * p.strideBytes + p.blockBytes;
        const some = t.random.integer(2, 30);
        const one = [exact(1) - 1, exact(1), exact(1) + p.strideBytes - 1];
        const none = [pad + 1, pad, Math.max(0, pad - 1), 0];
        const all = exact(p.maxBlocks);
        const most = round === 0 ? [all - 1, all, all + 3 * p.strideBytes] : [];
        for (const bytes of [exact(some), exact(some) - 1, ...one, ...none, t.random.integer(0, 9999), ...most]) {
          const pool = poolOf(t, p, bytes, offset);
          t.equal(pool.init(), pool.blocks.length, `blocks in ${bytes} bytes from address ${pool.address}`);
          const made = pool.words();
          const empty = [pool.blocks.length, pool.blocks[0] ?? 0, 0, 0];
          t.deepEqual(made.slice(1, 5), empty, `blocks, free, used and peak of a pool in ${bytes} bytes`);
          const given = pool.blocks.map(() => pool.alloc());
          t.deepEqual([...sorted(given), pool.alloc()], [...pool.blocks, 0], `blocks of ${bytes} bytes, and one more`);
          t.equal(pool.outside(), 0, 'bytes changed outside of the memory');
          if (pool.blocks.length > 0) continue;
          for (const from of [pool.address, pool.first, made[0], 0]) {
            for (const steps of [0, 1, 2, t.random.integer(3, 9999)]) {
              const said = pool.free(unsigned(from + steps * p.strideBytes));
              t.equal(said, codes.foreign, 'what a pool of no blocks says to any address');
            }
          }
          t.deepEqual(pool.words(), made, 'the words of a pool of no blocks after refused calls');
        }
        // Nobody needs the memory behind the most blocks, so it need not be there.
        const far = exact(65536 * t.random.integer(1, 40) + t.random.integer(1, p.maxBlocks - 1));
        const pool = poolOf(t, p, exact(p.maxBlocks), offset);
        t.equal(pool.init(far), p.maxBlocks, `blocks in ${far} bytes`);
        t.equal(pool.outside(), 0, 'bytes changed behind the blocks');
      }
    },
  },
  {
    id: 'long-run',
    visible: false,
    title: 'Thousands of calls on two pools agree with a model',
    lesson: 'All state is in pool_t: a static variable belongs to all pools at once.',
    points: 1,
    run(t, p) {
      const pools = [start(t, p, 7 * p.strideBytes), start(t, p)].map((pool) => modelled(t, p, pool));
      const written = new Map();
      for (let step = 1; step <= 1000; step++) {
        const pool = t.random.pick(pools);
        const when = `in step ${step}`;
        const action = t.random.integer(0, 9);
        if (action < 5) {
          const block = pool.take(when);
          if (block === 0) continue;
          written.set(block, t.random.integer(0, 255));
          pool.fill(block, new Uint8Array(p.blockBytes).fill(written.get(block)));
        } else if (action < 8 && pool.taken.length > 0) {
          const block = t.random.pick(pool.taken);
          t.ok(pool.holds(block, written.get(block)), `the bytes of a block that is out are what was written, ${when}`);
          pool.give(block, when);
        } else {
          const other = pools.find((q) => q !== pool);
          pool.refuse(t.random.pick(other.blocks), codes.foreign, `freeing a block of the other pool ${when}`);
          if (pool.held.length > 0) pool.refuse(t.random.pick(pool.held), codes.double, `freeing a free block ${when}`);
        }
        t.equal(pool.used(), pool.taken.length, `used after step ${step}`);
      }
      for (const pool of pools) pool.listAgrees('in the end');
    },
  },
];
