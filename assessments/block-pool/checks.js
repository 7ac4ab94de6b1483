// The checks: each lays a pool out in guarded memory at an odd address, drives it, and compares the whole state with a model that
// knows nothing but which blocks are out and in which order they came back.

const codes = { ok: 0, foreign: -1, double: -2 };
const unsigned = (x) => Number(x) >>> 0;
const signed = (x) => Number(x) | 0;
const stateBytes = (p) => 20 + 4 * p.mapWords;

// Where the blocks of a memory must lie.
function layoutOf(p, address, bytes) {
  const first = Math.ceil(address / p.align) * p.align;
  const room = address + bytes - first - p.blockBytes;
  const count = room < 0 ? 0 : Math.min(p.maxBlocks, Math.floor(room / p.strideBytes) + 1);
  return { first, blocks: Array.from({ length: count }, (_, i) => first + i * p.strideBytes) };
}

// A pool in `bytes` bytes that start `offset` after an address divisible by 32. `before` is what the state holds before pool_init.
function poolOf(t, p, bytes, offset, before) {
  const state = t.zeroed(stateBytes(p));
  state.set(new Uint8Array(stateBytes(p)).fill(before));
  const memory = t.zeroed(64 + bytes);
  const start = ((32 - (memory.address % 32)) % 32) + offset;
  const address = memory.address + start;
  memory.set(new Uint8Array(64 + bytes).fill(0x5a));
  const layout = layoutOf(p, address, bytes);
  const word = (at) => new DataView(Uint8Array.from(memory.bytes()).buffer).getUint32(at - memory.address, true);
  const words = () => Array.from(state.int32()).map(unsigned);
  return {
    ...layout,
    address,
    init: () => unsigned(t.call('pool_init', state.address, address, bytes)),
    alloc: () => unsigned(t.call('pool_alloc', state.address)),
    free: (block) => signed(t.call('pool_free', state.address, block)),
    used: () => words()[3],
    peak: () => words()[4],
    state: () => words(),
    outside: () => Array.from(memory.bytes()).filter((byte, i) => (i < start || i >= start + bytes) && byte !== 0x5a).length,
    fill: (block, data) => memory.set(data, block - memory.address),
    read: (block) => Array.from(memory.bytes().slice(block - memory.address, block - memory.address + p.blockBytes)),
    // The free list as a crash dump shows it; a damaged one ends where it leaves the pool or grows too long.
    list() {
      const found = [];
      for (let at = words()[2]; at !== 0; at = word(at)) {
        if (!layout.blocks.includes(at) || found.length > layout.blocks.length) return [...found, `${at} is no block`];
        found.push(at);
      }
      return found;
    },
    map: () => layout.blocks.filter((_, i) => (words()[5 + (i >> 5)] >>> (i & 31)) & 1),
    spareBits: () => words().slice(5).reduce((sum, w, i) => sum + (i === p.mapWords - 1 ? w >>> p.maxBlocks % 32 : 0), 0),
  };
}

const whole = (p) => p.maxBlocks * p.strideBytes;
const sorted = (list) => [...list].sort((a, b) => a - b);
const bytesOf = (t, count) => Array.from({ length: count }, () => t.random.integer(0, 255));

function start(t, p, bytes = whole(p), offset = 0, before = 0) {
  const pool = poolOf(t, p, bytes, offset, before);
  t.equal(pool.init(), pool.blocks.length, `blocks in ${bytes} bytes from address ${pool.address}`);
  return pool;
}

export const checks = [
  {
    id: 'starts-whole',
    visible: true,
    title: 'pool_init makes a free pool out of any memory',
    lesson: 'Neither the state nor the memory is zero after a warm reset.',
    points: 1,
    run(t, p) {
      const pool = start(t, p, whole(p), 0, 0xa5);
      t.deepEqual(pool.state().slice(0, 2), [pool.first, p.maxBlocks], 'first and blocks');
      t.deepEqual([pool.used(), pool.peak()], [0, 0], 'used and peak after pool_init');
      t.equal(pool.map().length + pool.spareBits(), 0, 'bits that are set in in_use');
      for (let i = 0; i < 3; i++) pool.alloc();
      t.equal(pool.init(), p.maxBlocks, 'blocks when a used pool is made anew');
      t.deepEqual([pool.used(), pool.peak(), pool.map().length], [0, 0, 0], 'used, peak and bits after that');
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
        const pool = start(t, p, whole(p) + p.align - 1, offset);
        const given = pool.blocks.map(() => pool.alloc());
        t.deepEqual(given, pool.blocks, `addresses of the blocks in memory that starts at ${pool.address}, in the order in which they are given`);
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
      const [a, b, c] = [pool.alloc(), pool.alloc(), pool.alloc()];
      t.deepEqual([pool.free(b), pool.free(a)], [codes.ok, codes.ok], 'what pool_free returns for the second and then the first block');
      t.equal(pool.used(), 1, 'used after that');
      t.deepEqual([pool.alloc(), pool.alloc()], [a, b], 'the next two blocks');
      t.deepEqual([pool.used(), pool.free(c), pool.used(), pool.alloc()], [3, codes.ok, 2, c], 'used, pool_free of the third block, used again, and the next block');
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
      const taken = [pool.alloc(), pool.alloc(), pool.alloc(), pool.alloc()];
      t.equal(pool.free(taken[1]), codes.ok, 'freeing a block');
      t.equal(pool.free(taken[1]), codes.double, 'freeing it again at once');
      t.equal(pool.free(taken[3]), codes.ok, 'freeing another one');
      t.equal(pool.free(taken[1]), codes.double, 'freeing the first one again, which is not the head of the list any more');
      t.equal(pool.free(pool.blocks.findLast((b) => !taken.includes(b))), codes.double, 'freeing a block that was never given');
      t.equal(pool.used(), 2, 'used after that');
      const next = Array.from({ length: p.maxBlocks - 2 }, () => pool.alloc());
      t.deepEqual(sorted(next), pool.blocks.filter((b) => b !== taken[0] && b !== taken[2]), 'the blocks that are given until none is left');
    },
  },
  {
    id: 'steady-traffic',
    visible: true,
    title: 'Steady traffic stays within the instruction budget',
    lesson: 'A search through the list or the map costs most just when the pool is large.',
    points: 0.5,
    run(t, p) {
      const pool = start(t, p);
      const pairs = (left) => {
        for (let i = 0; i < p.pairs; i++) {
          const block = pool.alloc();
          t.ok(block !== 0, `a block when ${left} are free`);
          t.equal(pool.free(block), codes.ok, `freeing it when ${left - 1} are free`);
        }
      };
      pairs(p.maxBlocks);
      for (let i = 0; i < p.maxBlocks - 1; i++) pool.alloc();
      pairs(1);
    },
  },
  {
    id: 'list-and-map',
    visible: false,
    title: 'Free list and map show the same after every call',
    lesson: 'The links live in the free blocks, end with null, and name exactly the blocks whose bit is clear.',
    points: 1,
    run(t, p) {
      const pool = start(t, p);
      const out = [];
      for (let step = 0; step < 60; step++) {
        if (out.length > 0 && t.random.integer(0, 2) === 0) {
          const [block] = out.splice(t.random.integer(0, out.length - 1), 1);
          pool.free(block);
        } else out.push(pool.alloc());
        t.deepEqual(sorted(pool.list()), pool.blocks.filter((b) => !out.includes(b)), `the free list in step ${step + 1}`);
        t.deepEqual(pool.map(), sorted(out), `blocks with their bit set in step ${step + 1}`);
      }
      for (let left = p.maxBlocks - out.length; left > 0; left--) pool.alloc();
      t.deepEqual([pool.list().length, pool.spareBits()], [0, 0], 'the list of a pool without free blocks, and spare bits of the map');
    },
  },
  {
    id: 'refuses-foreign',
    visible: false,
    title: 'Only the address of a block of this pool is a block',
    lesson: 'Inside the memory is not enough: look at the distance from the first block, and at how many blocks there are.',
    points: 1.5,
    run(t, p) {
      const few = Math.floor(p.maxBlocks / 3);
      const pool = start(t, p, few * p.strideBytes);
      pool.blocks.forEach(() => pool.alloc());
      const state = pool.state();
      const [first, last] = [pool.blocks[0], pool.blocks[pool.blocks.length - 1]];
      const strange = [0, 1, first - p.strideBytes, first - p.align, first - 1, first + 1, first + 4, last + p.align / 2, first + p.blockBytes];
      for (const address of [...strange, last + 1, last + p.strideBytes, last + 2 * p.strideBytes, first + p.maxBlocks * p.strideBytes, 0xfffffff0]) {
        if (pool.blocks.includes(address)) continue;
        t.equal(pool.free(address), codes.foreign, `freeing address ${address}, ${address - first} bytes from the first block`);
        t.deepEqual(pool.state(), state, 'the state after that');
      }
      const other = start(t, p, 3 * p.strideBytes);
      t.equal(pool.free(other.alloc()), codes.foreign, 'freeing a block of another pool');
      t.deepEqual([pool.free(last), pool.free(first)], [codes.ok, codes.ok], 'freeing the last and the first block');
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
      const taken = Array.from({ length: 6 }, () => pool.alloc());
      pool.free(taken[5]);
      pool.free(taken[4]);
      const copies = [pool.read(taken[4]), pool.read(taken[5]), Array(p.blockBytes).fill(255), Array(p.blockBytes).fill(0)];
      copies.forEach((data, i) => pool.fill(taken[i], data));
      const next = [pool.alloc(), pool.alloc()];
      t.deepEqual(sorted(next), sorted([taken[4], taken[5]]), 'the blocks that are given while others hold copies of free ones');
      copies.forEach((data, i) => t.deepEqual(pool.read(taken[i]), data, `the bytes of block ${i}`));
      pool.fill(next[0], copies[1]);
      for (const block of [taken[0], taken[1], taken[2], next[0], taken[3]]) t.equal(pool.free(block), codes.ok, 'freeing a block with such bytes');
      pool.fill(taken[3], pool.read(taken[3]).map((byte, i) => (i < 4 ? byte : 0x77)));
      t.equal(pool.free(taken[3]), codes.double, 'freeing a block twice after its former owner scribbled behind the link');
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
      const pool = start(t, p, few * p.strideBytes);
      const out = [];
      let peak = 0;
      for (const wanted of [5, 2, 4, 7, 0, 6, few + 3, 1]) {
        while (out.length > wanted) t.equal(pool.free(out.pop()), codes.ok, 'freeing a block');
        while (out.length < Math.min(wanted, few)) out.push(pool.alloc());
        if (wanted > few) t.equal(pool.alloc(), 0, 'what an empty pool gives');
        peak = Math.max(peak, out.length);
        t.deepEqual([pool.used(), pool.peak()], [out.length, peak], `used and peak when ${out.length} of ${few} blocks are out`);
      }
      t.equal(pool.free(0), codes.foreign, 'freeing what is no block');
      t.deepEqual([pool.used(), pool.peak()], [1, few], 'used and peak after that');
    },
  },
  {
    id: 'tight-memory',
    visible: false,
    title: 'Memory too short for a block, just enough, and more than wanted',
    lesson: 'Subtract from a length only after you know that it is longer.',
    points: 1,
    run(t, p) {
      const pad = p.align - 1;
      const exact = (count) => pad + (count - 1) * p.strideBytes + p.blockBytes;
      for (const bytes of [0, 1, pad, pad + p.blockBytes - 1, exact(1), exact(4) - 1, exact(4), exact(p.maxBlocks) + 3 * p.strideBytes]) {
        const pool = start(t, p, bytes, 1);
        const given = pool.blocks.map(() => pool.alloc());
        t.deepEqual([...sorted(given), pool.alloc()], [...pool.blocks, 0], `blocks of ${bytes} bytes, and one more`);
        t.equal(pool.outside(), 0, 'bytes changed outside of the memory');
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
      const pools = [start(t, p, 7 * p.strideBytes), start(t, p)].map((pool) => ({ pool, held: [...pool.blocks], out: [] }));
      for (let step = 0; step < 1500; step++) {
        const { pool, held, out } = t.random.pick(pools);
        const action = t.random.integer(0, 9);
        if (action < 5) {
          const block = pool.alloc();
          t.ok(held.length === 0 ? block === 0 : held.includes(block), `a free block of this pool, or null when there is none, in step ${step + 1}`);
          if (block === 0) continue;
          out.push(...held.splice(held.indexOf(block), 1));
          pool.fill(block, bytesOf(t, p.blockBytes));
        } else if (action < 8 && out.length > 0) {
          const [block] = out.splice(t.random.integer(0, out.length - 1), 1);
          t.equal(pool.free(block), codes.ok, `freeing a block in step ${step + 1}`);
          held.push(block);
        } else {
          const other = pools.find((q) => q.pool !== pool);
          const stranger = t.random.pick(other.pool.blocks);
          t.equal(pool.free(stranger), codes.foreign, `freeing a block of the other pool in step ${step + 1}`);
          if (held.length > 0) t.equal(pool.free(t.random.pick(held)), codes.double, `freeing a free block in step ${step + 1}`);
        }
        t.equal(pool.used(), out.length, `used after step ${step + 1}`);
      }
    },
  },
];
