// The checks: slots are laid out byte by byte as the header says, the power is cut after every single operation, and what boots
// afterwards is compared with what may boot.

const unsigned = (x) => Number(x) >>> 0;
const signed = (x) => Number(x) | 0;
const header = 32;
const codes = { ok: 0, tooLarge: -1, oldVersion: -2, verifyFailed: -3, noSlot: -4 };

// Bit by bit, as the definition of a reflected CRC has it.
function crc32(p, bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ p.polynomial : crc >>> 1;
  }
  return ~crc >>> 0;
}

const word = (value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
const bytesOf = (t, count) => Array.from({ length: count }, () => t.random.integer(0, 255));

// A slot's bytes: erased, or with a header and an image.
function slotBytes(p, content) {
  const bytes = new Array(p.slotBytes).fill(255);
  if (!content) return bytes;
  const { version, image, isTried = false, isConfirmed = false, magic = p.magic, length = image.length, crc = crc32(p, image) } = content;
  [magic, version, length, crc, isTried ? 0 : 0xffffffff, isConfirmed ? 0 : 0xffffffff].forEach((value, i) => {
    word(value).forEach((byte, j) => {
      bytes[4 * i + j] = byte;
    });
  });
  image.forEach((byte, i) => {
    bytes[header + i] = byte;
  });
  return bytes;
}

// What a handler throws when the power goes: the program stops where it is.
class PowerCut {}

// The flash as the header describes it, modelled here, where the program cannot reach it; the program sees a copy that it can only read.
function flashOf(t, p) {
  const memory = t.constant(new Uint8Array(p.flashBytes), 'the flash');
  let bytes = new Uint8Array(p.flashBytes);
  let operations = 0;
  // Which operation is the last, and whether an erase gets half done there.
  let cut = { after: Infinity, half: null };
  let worn = { at: -1, bits: 0 };

  const show = (from, to) => memory.set(bytes.subarray(from, to), from);
  // The power goes before the operation, or in the middle of it.
  const begin = () => {
    if (operations >= cut.after && cut.half === null) throw new PowerCut();
    operations++;
    return operations > cut.after;
  };
  t.device('flash_erase', (flash, address) => {
    t.equal(unsigned(flash), memory.address, 'the flash that flash_erase is given');
    const page = unsigned(address) - (unsigned(address) % p.pageBytes);
    if (page >= p.flashBytes) return;
    const isHalf = begin();
    const half = p.pageBytes / 2;
    const [from, to] = isHalf ? [page + cut.half * half, page + (cut.half + 1) * half] : [page, page + p.pageBytes];
    bytes.fill(255, from, to);
    show(from, to);
    if (isHalf) throw new PowerCut();
  });
  t.device('flash_program', (flash, address, value) => {
    t.equal(unsigned(flash), memory.address, 'the flash that flash_program is given');
    const at = unsigned(address);
    if (at % 4 || at >= p.flashBytes) return;
    // A word is programmed whole or not at all.
    if (begin()) throw new PowerCut();
    const taken = at === worn.at ? unsigned(value) & ~worn.bits : unsigned(value);
    word(taken).forEach((byte, i) => {
      bytes[at + i] &= byte;
    });
    show(at, at + 4);
  });
  return {
    address: memory.address,
    lay(first, second, conditions = {}) {
      bytes = Uint8Array.from([...slotBytes(p, first), ...slotBytes(p, second)]);
      memory.set(bytes);
      operations = 0;
      cut = conditions.cut ?? { after: Infinity, half: null };
      worn = conditions.worn ?? { at: -1, bits: 0 };
    },
    power: () => {
      cut = { after: Infinity, half: null };
    },
    slot: (index) => Array.from(bytes.subarray(index * p.slotBytes, (index + 1) * p.slotBytes)),
    operations: () => operations,
  };
}

// Runs until the end or until the power goes; null when it went.
function untilCut(run) {
  try {
    return run();
  } catch (error) {
    if (error instanceof PowerCut) return null;
    throw error;
  }
}

const boot = (t, flash) => signed(t.call('ota_boot', flash.address));

function install(t, flash, running, image, version) {
  const data = t.constant(image.length === 0 ? [0] : image, 'the image');
  return signed(t.call('ota_install', flash.address, running, data.address, image.length, version));
}

// Whether a slot is what ota_install promises to leave behind.
function isInstalled(p, bytes, image, version) {
  const wanted = slotBytes(p, { version, image });
  return wanted.every((byte, i) => byte === bytes[i]);
}

// Whether a slot is valid by the definition in the header.
function isValid(p, bytes) {
  const at = (offset) => (bytes[offset] | (bytes[offset + 1] << 8) | (bytes[offset + 2] << 16) | (bytes[offset + 3] << 24)) >>> 0;
  if (at(0) !== p.magic || at(8) > p.slotBytes - header) return false;
  return crc32(p, bytes.slice(header, header + at(8))) === at(12);
}

const old = (t, p, changes = {}) => ({ version: 7, image: bytesOf(t, Math.floor(p.imageBytes / 2)), isTried: true, isConfirmed: true, ...changes });

export const checks = [
  {
    id: 'checksum',
    visible: true,
    title: 'ota_crc32 gives the check value and agrees with the definition',
    lesson: 'Reflected CRC: shift right, start and end with all ones.',
    points: 1.5,
    run(t, p) {
      const digits = Array.from('123456789', (c) => c.charCodeAt(0));
      for (const data of [digits, [0], [255, 0, 255], bytesOf(t, 33)]) {
        const memory = t.constant(data, 'the data');
        t.equal(unsigned(t.call('ota_crc32', memory.address, data.length)), crc32(p, data), `the checksum of ${data}`);
      }
      t.equal(unsigned(t.call('ota_crc32', 0, 0)), 0, 'the checksum of nothing');
    },
  },
  {
    id: 'checksum-speed',
    visible: true,
    title: 'The checksum of a block stays within the instruction budget',
    lesson: 'A table of 16 entries costs 64 bytes and saves most of the work; one of 256 entries costs a kilobyte.',
    points: 0.5,
    run(t, p) {
      const data = bytesOf(t, p.speedBytes);
      const memory = t.constant(data, 'the data');
      t.equal(unsigned(t.call('ota_crc32', memory.address, data.length)), crc32(p, data), `the checksum of ${p.speedBytes} bytes`);
    },
  },
  {
    id: 'boots-newest',
    visible: true,
    title: 'Of two confirmed slots the higher version starts',
    lesson: 'Versions are unsigned numbers, and slots have no rank of their own.',
    points: 1,
    run(t, p) {
      const flash = flashOf(t, p);
      const image = bytesOf(t, 40);
      const some = t.random.integer(2, 0x7ffffffe);
      for (const [first, second] of [[some, some + 1], [some, some - 1], [0x7fffffff, 0x80000000 + some], [0xffffff00 + (some % 256), some]]) {
        flash.lay(old(t, p, { version: first, image }), old(t, p, { version: second, image }));
        t.equal(boot(t, flash), second > first ? 1 : 0, `the slot that starts with versions ${first} and ${second}`);
      }
      flash.lay(null, null);
      t.equal(boot(t, flash), codes.noSlot, 'what starts from empty flash');
    },
  },
  {
    id: 'installs',
    visible: true,
    title: 'An image is installed in the other slot and starts',
    lesson: 'The running slot is the way back: never touch it.',
    points: 2,
    run(t, p) {
      const flash = flashOf(t, p);
      const running = old(t, p);
      const image = bytesOf(t, p.imageBytes);
      flash.lay(running, null);
      t.equal(install(t, flash, 0, image, 8), codes.ok, 'what ota_install returns');
      t.ok(isInstalled(p, flash.slot(1), image, 8), 'slot 1 holds the header and the image, untried and unconfirmed, and is erased elsewhere');
      t.deepEqual(flash.slot(0), slotBytes(p, running), 'slot 0, which was running');
      t.equal(boot(t, flash), 1, 'the slot that starts');
    },
  },
  {
    id: 'rolls-back',
    visible: true,
    title: 'An unconfirmed image gets one trial, a confirmed one stays',
    lesson: 'Mark the trial before the jump: the new firmware may never come back to do it.',
    points: 1.5,
    run(t, p) {
      const flash = flashOf(t, p);
      const running = old(t, p);
      const trial = { version: 8, image: bytesOf(t, p.imageBytes) };
      flash.lay(running, trial, { cut: { after: 0, half: null } });
      t.equal(untilCut(() => boot(t, flash)), null, 'what ota_boot returns when the power goes before the trial is marked (null: nothing)');
      flash.power();
      t.equal(boot(t, flash), 1, 'the first start after the update');
      t.deepEqual(flash.slot(1), slotBytes(p, { ...trial, isTried: true }), 'slot 1 after the first start, marked as tried');
      t.equal(boot(t, flash), 0, 'the second start, when nothing was confirmed');
      flash.lay(running, trial);
      boot(t, flash);
      t.equal(signed(t.call('ota_confirm', flash.address, 1)), codes.ok, 'what ota_confirm returns');
      t.deepEqual(flash.slot(1), slotBytes(p, { ...trial, isTried: true, isConfirmed: true }), 'slot 1 after confirming');
      t.equal(boot(t, flash), 1, 'the second start after confirming');
      t.equal(signed(t.call('ota_confirm', flash.address, 1)), codes.ok, 'what ota_confirm returns for a slot that was confirmed before');
      t.equal(signed(t.call('ota_confirm', flash.address, 0)), codes.ok, 'what ota_confirm returns for the other slot, confirmed before');
      t.deepEqual(flash.slot(0), slotBytes(p, running), 'slot 0, which nothing had to change');
    },
  },
  {
    id: 'refuses',
    visible: true,
    title: 'Images that are too large or not newer are refused untouched',
    lesson: 'Check everything that can be checked before the first erase.',
    points: 1,
    run(t, p) {
      const flash = flashOf(t, p);
      const running = old(t, p);
      const other = old(t, p, { version: 6 });
      for (const [image, version, expected] of [
        [bytesOf(t, p.largestImage + 1), 9, codes.tooLarge],
        [bytesOf(t, 20), 7, codes.oldVersion],
        [bytesOf(t, 20), 3, codes.oldVersion],
      ]) {
        flash.lay(other, running);
        t.equal(install(t, flash, 1, image, version), expected, `installing ${image.length} bytes of version ${version} over version 7`);
        t.deepEqual(flash.slot(0), slotBytes(p, other), 'the other slot after that');
      }
      flash.lay(other, running);
      t.equal(install(t, flash, 1, bytesOf(t, p.largestImage), 8), codes.ok, 'installing an image that fills the slot');
    },
  },
  {
    id: 'cut-anywhere',
    visible: false,
    title: 'A power cut at any operation leaves something that starts',
    lesson: 'One word is the commit. Before it the slot is not valid, after it the slot is complete.',
    points: 3,
    run(t, p) {
      const running = old(t, p, { image: bytesOf(t, 24) });
      const stale = old(t, p, { version: 5, image: bytesOf(t, t.random.integer(50, 90)) });
      const image = bytesOf(t, Math.min(p.imageBytes, t.random.integer(130, 150)));
      const isNew = (bytes) => isInstalled(p, bytes, image, 8);
      const begin = (conditions) => {
        // A cut takes the content of RAM with it.
        t.reset();
        const flash = flashOf(t, p);
        flash.lay(running, stale, conditions);
        return { flash, returned: untilCut(() => install(t, flash, 0, image, 8)) };
      };
      const whole = begin({});
      t.equal(whole.returned, codes.ok, 'what ota_install returns when nothing is cut');
      t.ok(isNew(whole.flash.slot(1)), 'slot 1 holds the header and the image when nothing is cut');
      for (let after = 0; after < whole.flash.operations(); after++) {
        for (const half of [null, 0, 1]) {
          const { flash } = begin({ cut: { after, half } });
          flash.power();
          const where = `after a cut ${half === null ? 'before' : 'in the middle of'} operation ${after + 1}`;
          const left = flash.slot(1);
          t.deepEqual(flash.slot(0), slotBytes(p, running), `the running slot ${where}`);
          if (isValid(p, left)) {
            const isOld = slotBytes(p, stale).slice(0, header + stale.image.length).every((byte, i) => byte === left[i]);
            t.ok(isOld || isNew(left), `a valid slot is whole ${where}`);
          }
          const started = boot(t, flash);
          t.ok(started === 0 || (started === 1 && isNew(left)), `what starts ${where} (${started})`);
          if (started === 0 && half !== null) {
            t.equal(install(t, flash, 0, image, 8), codes.ok, `installing again ${where}`);
            t.ok(isNew(flash.slot(1)), `slot 1 holds the header and the image when it was installed again ${where}`);
          }
        }
      }
    },
  },
  {
    id: 'worn-flash',
    visible: false,
    title: 'A word that the flash does not take is noticed',
    lesson: 'Read back before you commit: flash wears out in the field.',
    points: 1,
    run(t, p) {
      const flash = flashOf(t, p);
      const image = bytesOf(t, t.random.integer(57, 63));
      const version = t.random.integer(8, 0x7fffffff);
      const wanted = slotBytes(p, { version, image });
      const words = Math.ceil(image.length / 4);
      const offsets = [0, 4, 8, 12, header, header + 4 * (words - 1), header + 4 * t.random.integer(1, words - 2)];
      for (const running of [0, 1]) {
        for (const offset of offsets) {
          const other = running === 0 ? p.slotBytes : 0;
          // One bit that should stay set is cleared.
          const isSet = (bit) => offset + (bit >> 3) < header + image.length && ((wanted[offset + (bit >> 3)] >> (bit & 7)) & 1) === 1;
          const bits = Array.from({ length: 32 }, (_, bit) => bit).filter(isSet);
          if (bits.length === 0) continue;
          const worn = { at: other + offset, bits: 1 << t.random.pick(bits) };
          flash.lay(running === 0 ? old(t, p) : null, running === 1 ? old(t, p) : null, { worn });
          t.equal(install(t, flash, running, image, version), codes.verifyFailed, `what ota_install returns when the word at ${offset} is worn`);
          t.ok(!isValid(p, flash.slot(1 - running)), `the slot is not valid when the word at ${offset} is worn`);
          t.equal(boot(t, flash), running, `the slot that starts when the word at ${offset} is worn`);
        }
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
      const flash = flashOf(t, p);
      const image = bytesOf(t, 50);
      const flipped = [...image];
      flipped[t.random.integer(0, 49)] ^= 1 << t.random.integer(0, 7);
      const damages = [
        { crc: 1 },
        { length: 0xffffffff },
        { length: p.largestImage + 1 },
        { length: 49 },
        { image: flipped, crc: crc32(p, image) },
        { magic: (p.magic ^ 1) >>> 0 },
        { magic: 0xffffffff },
      ];
      for (const damage of damages) {
        flash.lay(old(t, p), { version: 99, image, isConfirmed: true, ...damage });
        t.equal(boot(t, flash), 0, `the slot that starts when the other one has ${Object.keys(damage)[0]} damaged`);
        t.equal(signed(t.call('ota_confirm', flash.address, 1)), codes.noSlot, 'what ota_confirm says to a damaged slot');
      }
      // Every state of both slots, by the definition in the header.
      const marks = [{}, { isTried: true }, { isConfirmed: true }, { isTried: true, isConfirmed: true }, { crc: 7 }];
      const mayStart = (slot) => slot.crc === undefined && (slot.isConfirmed === true || slot.isTried !== true);
      for (const first of marks) {
        for (const second of marks) {
          const versions = t.random.shuffle([t.random.integer(1, 90), t.random.integer(91, 255)]);
          flash.lay({ ...first, version: versions[0], image }, { ...second, version: versions[1], image });
          const better = versions[1] > versions[0] ? 1 : 0;
          const may = [mayStart(first), mayStart(second)];
          const expected = may[better] ? better : may[1 - better] ? 1 - better : codes.noSlot;
          t.equal(boot(t, flash), expected, `the slot that starts from ${JSON.stringify(first)} and ${JSON.stringify(second)}, versions ${versions.join(' and ')}`);
        }
      }
      flash.lay({ version: 3, image, crc: 5 }, { version: 4, image, isTried: true });
      t.equal(boot(t, flash), codes.noSlot, 'what starts when one slot is damaged and the other failed its trial');
    },
  },
  {
    id: 'both-directions',
    visible: false,
    title: 'Updates alternate between the slots, over whatever was there',
    lesson: 'A slot has a past: erase all of it before programming.',
    points: 2,
    run(t, p) {
      const flash = flashOf(t, p);
      flash.lay(old(t, p, { version: 1 }), { version: 0, image: bytesOf(t, p.largestImage), isTried: true });
      let running = 0;
      for (let version = 2; version <= 5; version++) {
        const image = bytesOf(t, t.random.integer(1, p.largestImage - 1) | 1);
        t.equal(install(t, flash, running, image, version), codes.ok, `installing version ${version}`);
        t.ok(isInstalled(p, flash.slot(1 - running), image, version), `slot ${1 - running} holds version ${version} and nothing of what was there`);
        running = 1 - running;
        t.equal(boot(t, flash), running, `the slot that starts version ${version}`);
        t.equal(signed(t.call('ota_confirm', flash.address, running)), codes.ok, `confirming version ${version}`);
        t.equal(boot(t, flash), running, `the slot that starts version ${version} again`);
      }
    },
  },
];
