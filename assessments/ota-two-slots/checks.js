// The checks: slots are laid out byte by byte as the header says, the power is cut at every single operation, and what
// boots afterwards is compared with what may boot.

const unsigned = (x) => Number(x) >>> 0;
const signed = (x) => Number(x) | 0;
const header = 32;
const erased = 0xffffffff;
const codes = { ok: 0, tooLarge: -1, oldVersion: -2, verifyFailed: -3, noSlot: -4 };
const moreThanHalfWord = 65536;

// Bit by bit, as the definition of a reflected CRC has it.
function crc32(p, bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ p.polynomial : crc >>> 1;
  }
  return ~crc >>> 0;
}

const littleEndian = (value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
const wordAt = (bytes, at) => new DataView(Uint8Array.from(bytes.slice(at, at + 4)).buffer).getUint32(0, true);
const bytesOf = (t, count) => Array.from({ length: count }, () => t.random.integer(0, 255));

// The bytes of a slot: erased, or with a header and an image.
function slotBytes(p, content) {
  const bytes = new Array(p.slotBytes).fill(255);
  if (!content) return bytes;
  const { version, image, isTried, isConfirmed, magic = p.magic } = content;
  const { length = image.length, crc = crc32(p, image) } = content;
  const words = [magic, version, length, crc, isTried ? 0 : erased, isConfirmed ? 0 : erased];
  bytes.splice(0, 24, ...words.flatMap(littleEndian));
  bytes.splice(header, image.length, ...image);
  return bytes;
}

// Whether a slot is valid, and whether it may start, by the definitions in the header file.
function isValid(p, bytes) {
  const length = wordAt(bytes, 8);
  if (wordAt(bytes, 0) !== p.magic || length > p.largestImage) return false;
  return crc32(p, bytes.slice(header, header + length)) === wordAt(bytes, 12);
}
const mayStart = (p, bytes) => isValid(p, bytes) && (wordAt(bytes, 20) === 0 || wordAt(bytes, 16) === erased);

function slotToStart(p, flash) {
  const slots = [flash.slot(0), flash.slot(1)];
  const [first, second] = slots.map((bytes) => mayStart(p, bytes));
  if (first && second) return wordAt(slots[1], 4) > wordAt(slots[0], 4) ? 1 : 0;
  return first ? 0 : second ? 1 : codes.noSlot;
}

function expectChecksum(t, p, data) {
  const crc = unsigned(t.call('ota_crc32', t.constant(data, 'the data').address, data.length));
  t.equal(crc, crc32(p, data), `the checksum of ${data.length} bytes (${Array.from(data.slice(0, 9)).join(' ')} …)`);
}

// What a handler throws when the power goes: the program stops where it is.
class PowerCut {}

// What an erase has done of a page when the power goes.
const halvesOf = ({ pageBytes }) =>
  [0, 1].flatMap((half) => [(at) => at < pageBytes / 2 === !half, (at) => at % 16 < 8 === !half]);
const noCut = { after: Infinity, half: null };
const notWorn = { at: -1, bits: 0 };

// The flash as the header describes it, modelled here, out of reach: the program sees a copy that it can only read.
class Flash {
  constructor(t, p) {
    Object.assign(this, { t, p });
    t.device('flash_erase', (...args) => this.erase(...args.map(unsigned)));
    t.device('flash_program', (...args) => this.program(...args.map(unsigned)));
    this.lay(null, null);
  }

  // The power comes back: the flash has kept its content and the RAM has lost it.
  restart() {
    this.t.reset();
    this.memory = this.t.constant(this.bytes, 'the flash');
    Object.assign(this, { done: [], cut: noCut });
  }

  lay(first, second, worn = notWorn) {
    this.bytes = Uint8Array.from([...slotBytes(this.p, first), ...slotBytes(this.p, second)]);
    this.worn = worn;
    this.restart();
  }

  // The power goes before an operation, or in the middle of it.
  begin(kind, flash, address) {
    const { t, p, memory, cut, done } = this;
    t.equal(flash, memory.address, `the flash that flash_${kind} is given`);
    t.ok(address < p.flashBytes, `the address that flash_${kind} is given lies in the flash (is ${address})`);
    if (done.length === cut.after && cut.half === null) throw new PowerCut();
    done.push(kind);
    return done.length > cut.after;
  }

  erase(flash, address) {
    const isHalf = this.begin('erase', flash, address);
    const { pageBytes } = this.p;
    const page = address - (address % pageBytes);
    for (let i = 0; i < pageBytes; i++) if (!isHalf || this.cut.half(i)) this.bytes[page + i] = 255;
    this.memory.set(this.bytes.subarray(page, page + pageBytes), page);
    if (isHalf) throw new PowerCut();
  }

  program(flash, at, word) {
    this.begin('program', flash, at);
    this.t.equal(at % 4, 0, 'the address that flash_program is given, modulo 4');
    const taken = at === this.worn.at ? word & ~this.worn.bits : word;
    littleEndian(taken).forEach((byte, i) => (this.bytes[at + i] &= byte));
    this.memory.set(this.bytes.subarray(at, at + 4), at);
  }

  slot(index) {
    return Array.from(this.bytes.subarray(index * this.p.slotBytes, (index + 1) * this.p.slotBytes));
  }

  // Expects that the slots hold these contents and nothing else.
  expect(contents, where) {
    contents.forEach((content, i) => {
      this.t.deepEqual(this.slot(i), slotBytes(this.p, content), `the bytes of slot ${i} ${where}`);
    });
  }

  // Starts the device.
  boot() {
    this.restart();
    return signed(this.t.call('ota_boot', this.memory.address));
  }

  confirm(slot) {
    return signed(this.t.call('ota_confirm', this.memory.address, slot));
  }

  install(running, image, version, bytes = image.length) {
    const data = this.t.constant(image, 'the image');
    return signed(this.t.call('ota_install', this.memory.address, running, data.address, bytes, version));
  }

  // Installs until the end or until the power goes; null when it went.
  installUntilCut(cut, running, image, version) {
    this.cut = cut;
    try {
      return this.install(running, image, version);
    } catch (error) {
      if (error instanceof PowerCut) return null;
      throw error;
    }
  }
}

// The two contents in the order in which `running` comes first in slot `slot`.
const inOrder = (slot, running, other) => (slot === 0 ? [running, other] : [other, running]);

const confirmed = (version, image) => ({ version, image, isTried: true, isConfirmed: true });
const marks = [{}, { isTried: true }, { isConfirmed: true }, { isTried: true, isConfirmed: true }, { crc: 7 }];

// Versions that are higher and lower than each other in every byte, and around the sign.
function versionPairs(t) {
  const some = t.random.integer(256, 0x7ffffffe);
  const high = 0x80000000 + t.random.integer(0, 0x7ffffffe);
  const full = some - (some % 256);
  return [
    [some, some + 1],
    [full - 1, full],
    [0x7fffffff, high],
    [some, high],
    [0xffff, 0x10000],
    [0, 1],
    [high, 2 ** 32 - 1],
  ];
}

// A power cut at every operation of an install, then another one while it is installed again, then none.
function cutEverywhere(t, p, running, stale) {
  const flash = new Flash(t, p);
  const other = 1 - running;
  const current = confirmed(70, bytesOf(t, 24));
  const next = { version: 71 + t.random.integer(0, 9), image: bytesOf(t, t.random.integer(50, 70)) };
  const install = (cut) => flash.installUntilCut(cut, running, next.image, next.version);
  const isSame = (wanted, bytes) => wanted.every((byte, i) => byte === bytes[i]);
  const isNew = () => isSame(slotBytes(p, next), flash.slot(other));
  const expectSafe = (where) => {
    t.deepEqual(flash.slot(running), slotBytes(p, current), `the running slot ${where}`);
    const left = flash.slot(other);
    const old = slotBytes(p, stale).slice(0, header + (stale?.image.length ?? 0));
    const isWhole = isNew() || isSame(old, left);
    t.ok(isWhole || !isValid(p, left), `the other slot is valid only if it is whole ${where}`);
    const expected = slotToStart(p, flash);
    t.equal(flash.boot(), expected, `the slot that starts ${where}`);
    return expected === running;
  };
  flash.lay(...inOrder(running, current, stale));
  t.equal(install(noCut), codes.ok, 'what ota_install returns when nothing is cut');
  t.ok(isNew(), 'the other slot holds header and image when nothing is cut');
  const operations = flash.done;
  operations.forEach((kind, after) => {
    for (const half of kind === 'erase' ? [null, ...halvesOf(p)] : [null]) {
      const where = `after a cut ${half === null ? 'before' : 'in the middle of'} operation ${after + 1}`;
      flash.lay(...inOrder(running, current, stale));
      install({ after, half });
      if (!expectSafe(where)) continue;
      // What an erase left half done is installed over at once, all else after another cut.
      if (half === null) install({ after: t.random.integer(0, operations.length - 1), half });
      if (half === null && !expectSafe(`${where} and a cut of the next install`)) continue;
      t.equal(install(noCut), codes.ok, `installing again ${where}`);
      t.ok(isNew(), `the other slot holds header and image when it was installed again ${where}`);
    }
  });
}

// Updates, starts and confirmations in any order that makes sense, against slots that are kept in a list.
function liveYears(t, p, flash, sizes) {
  const contents = [confirmed(1, bytesOf(t, 9)), { version: 0, image: bytesOf(t, p.largestImage), isTried: true }];
  flash.lay(...contents);
  let running = 0;
  let version = 1;
  const boot = (where) => {
    running = slotToStart(p, flash);
    t.equal(flash.boot(), running, `the slot that starts ${where}`);
    if (!contents[running].isConfirmed) contents[running].isTried = true;
    flash.expect(contents, where);
  };
  for (const size of sizes) {
    const where = `with version ${(version += t.random.integer(1, 300))} of ${size} bytes`;
    const image = bytesOf(t, size);
    t.equal(flash.install(running, image, version), codes.ok, `what ota_install returns ${where}`);
    contents[1 - running] = { version, image };
    flash.expect(contents, `after installing ${where}`);
    boot(`at the first start ${where}`);
    if (t.random.integer(0, 2) > 0) {
      t.equal(flash.confirm(running), codes.ok, `what ota_confirm returns ${where}`);
      contents[running].isConfirmed = true;
    }
    boot(`at the second start ${where}`);
  }
}

export const checks = [
  {
    id: 'checksum',
    visible: true,
    title: 'ota_crc32 gives the check value and agrees with the definition',
    lesson: 'Reflected CRC: shift right, start and end with all ones.',
    points: 1.5,
    run(t, p) {
      const digits = Array.from('123456789', (c) => c.charCodeAt(0));
      const some = [33, 256 + t.random.integer(0, 40)].map((count) => bytesOf(t, count));
      for (const data of [digits, [0], [255, 0, 255], ...some]) expectChecksum(t, p, data);
      t.equal(unsigned(t.call('ota_crc32', 0, 0)), 0, 'the checksum of nothing');
    },
  },
  {
    id: 'checksum-speed',
    visible: true,
    title: 'The checksum of a block stays within the instruction budget',
    lesson: 'A table of 16 entries costs 64 bytes and saves most of the work; one of 256 entries costs a kilobyte.',
    points: 0.5,
    run: (t, p) => expectChecksum(t, p, bytesOf(t, p.speedBytes)),
  },
  {
    id: 'boots-newest',
    visible: true,
    title: 'Of two confirmed slots the higher version starts',
    lesson: 'Versions are unsigned numbers, and slots have no rank of their own.',
    points: 1,
    run(t, p) {
      const flash = new Flash(t, p);
      const image = bytesOf(t, 40);
      for (const [lower, higher] of versionPairs(t)) {
        for (const newest of [0, 1]) {
          const contents = inOrder(newest, confirmed(higher, image), confirmed(lower, image));
          const where = `with versions ${contents.map(({ version }) => version).join(' and ')}`;
          flash.lay(...contents);
          t.equal(flash.boot(), newest, `the slot that starts ${where}`);
          flash.expect(contents, where);
        }
      }
      t.equal((flash.lay(null, null), flash.boot()), codes.noSlot, 'what starts from empty flash');
    },
  },
  {
    id: 'installs',
    visible: true,
    title: 'An image is installed in the other slot and starts',
    lesson: 'The running slot is the way back: never touch it.',
    points: 2,
    run(t, p) {
      const flash = new Flash(t, p);
      const running = confirmed(7, bytesOf(t, 40));
      const next = { version: 8, image: bytesOf(t, p.imageBytes) };
      flash.lay(running, null);
      t.equal(flash.install(0, next.image, 8), codes.ok, 'what ota_install returns');
      flash.expect([running, next], 'after installing in slot 1, which is erased elsewhere');
      t.equal(flash.boot(), 1, 'the slot that starts');
    },
  },
  {
    id: 'rolls-back',
    visible: true,
    title: 'An unconfirmed image gets one trial, a confirmed one stays',
    lesson: 'Mark the trial before the jump: the new firmware may never come back to do it.',
    points: 1.5,
    run(t, p) {
      const flash = new Flash(t, p);
      const image = bytesOf(t, p.imageBytes);
      for (const slot of [1, 0]) {
        const other = 1 - slot;
        const safe = confirmed(7, bytesOf(t, 40));
        const next = { version: 8, image };
        const tried = inOrder(slot, { ...next, isTried: true }, safe);
        const kept = inOrder(slot, confirmed(8, image), safe);
        for (const isConfirmed of [false, true]) {
          flash.lay(...inOrder(slot, next, safe));
          t.equal(flash.boot(), slot, 'the first start after the update');
          flash.expect(tried, 'after the first start, which marks the trial');
          for (const time of isConfirmed ? ['once', 'twice'] : []) {
            t.equal(flash.confirm(slot), codes.ok, `what ota_confirm returns when it confirms ${time}`);
            flash.expect(kept, `after confirming ${time}`);
          }
          t.equal(flash.boot(), isConfirmed ? slot : other, `the second start, confirmed: ${isConfirmed}`);
          flash.expect(isConfirmed ? kept : tried, 'after the second start');
        }
        t.equal(flash.confirm(other), codes.ok, 'what ota_confirm returns for the other slot, confirmed before');
        flash.expect(kept, 'after confirming the other slot again');
      }
    },
  },
  {
    id: 'refuses',
    visible: true,
    title: 'Images that are too large or not newer are refused untouched',
    lesson: 'Check everything that can be checked before the first erase.',
    points: 1,
    run(t, p) {
      const flash = new Flash(t, p);
      const some = t.random.integer(1, 0x7ffffff0);
      const far = [0x80000000, 0xffffffe0 + t.random.integer(0, 31), 0xffffffff];
      const tooLarge = [1, 2, 33, t.random.integer(3, 999)].map((more) => p.largestImage + more).concat(far);
      const pairs = versionPairs(t);
      const tooOld = pairs
        .map(([lower, higher]) => [higher, lower])
        .concat(pairs.map(([, higher]) => [higher, higher]));
      const refused = [
        ...tooLarge.map((bytes) => [bytes, some, some + 1, codes.tooLarge]),
        ...tooOld.map(([old, version]) => [20, old, version, codes.oldVersion]),
      ];
      for (const [i, [bytes, old, version, code]] of refused.entries()) {
        const contents = inOrder(i % 2, confirmed(old, bytesOf(t, 30)), confirmed(some, bytesOf(t, 30)));
        const where = `installing ${bytes} bytes of version ${version} over version ${old}`;
        flash.lay(...contents);
        t.equal(flash.install(i % 2, bytesOf(t, 20), version, bytes), code, where);
        flash.expect(contents, `after ${where}`);
        t.equal(flash.done.length, 0, `operations of ${where}`);
      }
      for (const [old, version] of pairs) {
        flash.lay({ version: 0xffffffff, image: [], isTried: true }, confirmed(old, bytesOf(t, 30)));
        const image = bytesOf(t, p.largestImage);
        t.equal(flash.install(1, image, version), codes.ok, `installing a full slot of ${version} over ${old}`);
        t.equal(flash.boot(), 0, `the slot that starts after installing a full slot of version ${version}`);
      }
    },
  },
  {
    id: 'cut-anywhere',
    visible: false,
    title: 'A power cut at any operation leaves something that starts',
    lesson: 'One word is the commit. Before it the slot is not valid, after it the slot is complete.',
    points: 3,
    run(t, p) {
      // What was there fills the first page and the next one.
      const image = bytesOf(t, 2 * p.pageBytes - t.random.integer(20, 40));
      const slot = t.random.integer(0, 1);
      cutEverywhere(t, p, slot, confirmed(5, image));
      const stale = t.random.pick([null, { version: 200, image }, { version: 200, image, isTried: true }]);
      cutEverywhere(t, p, 1 - slot, stale);
    },
  },
  {
    id: 'worn-flash',
    visible: false,
    title: 'A word that the flash does not take is noticed',
    lesson: 'Read back before you commit: flash wears out in the field.',
    points: 1,
    run(t, p) {
      const flash = new Flash(t, p);
      const version = t.random.integer(8, 0x7fffffff);
      for (const running of [0, 1]) {
        const image = bytesOf(t, t.random.integer(57, 63));
        const wanted = slotBytes(p, { version, image });
        const isSet = (at, bit) =>
          at + (bit >> 3) < header + image.length && (wanted[at + (bit >> 3)] >> (bit & 7)) & 1;
        for (let at = 0; at < header + image.length; at += at === 12 ? header - 12 : 4) {
          const set = t.random.shuffle([...Array(32).keys()].filter((bit) => isSet(at, bit)));
          if (set.length === 0) continue;
          // Some bits that should stay set are cleared.
          const bits = set.slice(0, t.random.integer(1, 3)).reduce((all, bit) => all | (1 << bit), 0);
          const worn = { at: (1 - running) * p.slotBytes + at, bits };
          const where = `when the word at ${at} is worn`;
          flash.lay(...inOrder(running, confirmed(7, bytesOf(t, 20)), null), worn);
          t.equal(flash.install(running, image, version), codes.verifyFailed, `what ota_install returns ${where}`);
          t.ok(!isValid(p, flash.slot(1 - running)), `the slot is not valid ${where}`);
          t.equal(flash.boot(), running, `the slot that starts ${where}`);
        }
        flash.worn = notWorn;
        t.equal(flash.install(running, image, version), codes.ok, 'what ota_install returns without a worn word');
        t.equal(flash.boot(), 1 - running, 'the slot that starts then');
      }
    },
  },
  {
    id: 'damaged-slots',
    visible: false,
    title: 'Damaged slots do not start, whatever their header says',
    lesson: 'A length is not to be trusted before it fits the slot.',
    points: 1.5,
    run(t, p) {
      const flash = new Flash(t, p);
      const image = bytesOf(t, 50);
      const crc = crc32(p, image);
      const flip = (bits) => 1 << t.random.integer(0, bits - 1);
      const flipped = (at) => ({ image: image.map((byte, i) => (i === at ? byte ^ flip(8) : byte)), crc });
      const longer = [49, 51, p.largestImage + 1, p.slotBytes, 0x80000000 + 50, 0xffffffe0 + t.random.integer(0, 31)];
      const damages = [
        ...[crc ^ flip(32), 0, erased].map((wrong) => ({ crc: wrong >>> 0 })),
        ...[...longer, 0x10000 + 50, erased].map((length) => ({ length, crc })),
        ...[0, 49, t.random.integer(1, 48)].map(flipped),
        ...[(p.magic ^ flip(32)) >>> 0, 0, erased].map((magic) => ({ magic })),
      ];
      for (const [i, damage] of damages.entries()) {
        const damaged = { version: 99, image, isConfirmed: true, ...damage };
        const contents = inOrder(i % 2, damaged, confirmed(7, bytesOf(t, 20)));
        const where = `when the other one has ${Object.keys(damage)[0]} damaged`;
        flash.lay(...contents);
        t.equal(flash.boot(), 1 - (i % 2), `the slot that starts ${where}`);
        t.equal(flash.confirm(i % 2), codes.noSlot, 'what ota_confirm says to a damaged slot');
        t.equal(flash.confirm(1 - (i % 2)), codes.ok, 'what ota_confirm says to the other one');
        flash.expect(contents, where);
      }
      // A length that reaches into the next slot, with the checksum of what is there.
      flash.lay(confirmed(99, bytesOf(t, p.largestImage)), confirmed(7, bytesOf(t, 20)));
      const tooLong = p.largestImage + t.random.integer(1, 60);
      const reached = Array.from(flash.bytes.subarray(header, header + tooLong));
      flash.bytes.set([tooLong, crc32(p, reached)].flatMap(littleEndian), 8);
      t.equal(flash.boot(), 1, 'the slot that starts when the length of slot 0 reaches into slot 1');
      // Every state of both slots.
      for (const [first, second] of marks.flatMap((one) => marks.map((another) => [one, another]))) {
        const versions = t.random.shuffle([t.random.integer(1, 90), t.random.integer(91, 999)]);
        const contents = [first, second].map((mark, i) => ({ ...mark, version: versions[i], image }));
        const where = `from ${JSON.stringify(first)} and ${JSON.stringify(second)}, versions ${versions.join(' and ')}`;
        flash.lay(...contents);
        const expected = slotToStart(p, flash);
        t.equal(flash.boot(), expected, `the slot that starts ${where}`);
        if (expected >= 0 && !contents[expected].isConfirmed) contents[expected].isTried = true;
        flash.expect(contents, where);
        t.equal(flash.confirm(1), second.crc ? codes.noSlot : codes.ok, `what ota_confirm says to slot 1 ${where}`);
        if (!second.crc) contents[1].isConfirmed = true;
        flash.expect(contents, `after ota_confirm ${where}`);
      }
    },
  },
  {
    id: 'both-directions',
    visible: false,
    title: 'Updates alternate between the slots, over whatever was there',
    lesson: 'A slot has a past: erase all of it before programming.',
    points: 2,
    run(t, p) {
      const flash = new Flash(t, p);
      const some = [p.largestImage, p.imageBytes, t.random.integer(100, p.largestImage)];
      liveYears(t, p, flash, [...t.random.shuffle([...some, 0, 1, 2, 3, 4, 5, 31, 255, 256, 257]), 7]);
      // Nothing of this is as long as an image, and the functions are told so in 32 bits all the same.
      const pattern = bytesOf(t, 251);
      const long = Uint8Array.from({ length: moreThanHalfWord + t.random.integer(1, 99) }, (_, i) => pattern[i % 251]);
      expectChecksum(t, p, long);
    },
  },
];
