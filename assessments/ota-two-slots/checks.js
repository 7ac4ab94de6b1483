// The checks: slots are laid out byte by byte as the header says, the power is cut after every single operation, and what boots
// afterwards is compared with what may boot.

const unlimited = 0xffffffff;
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

function flashOf(t, p) {
  const memory = t.zeroed(p.flashBytes + 8);
  const read = () => Array.from(memory.bytes());
  return {
    address: memory.address,
    lay(first, second, operations = unlimited, worn = unlimited) {
      memory.set(Uint8Array.from([...slotBytes(p, first), ...slotBytes(p, second), ...word(operations), ...word(worn)]));
    },
    power: () => memory.set(Uint8Array.from(word(unlimited)), p.flashBytes),
    slot: (index) => read().slice(index * p.slotBytes, (index + 1) * p.slotBytes),
    operationsLeft: () => new DataView(Uint8Array.from(read()).buffer).getUint32(p.flashBytes, true),
  };
}

const boot = (t, flash) => signed(t.call('ota_boot', flash.address));

function install(t, flash, running, image, version) {
  const data = t.buffer(image.length === 0 ? [0] : image);
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
        const memory = t.buffer(data);
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
      const memory = t.buffer(data);
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
      for (const [first, second] of [[3, 4], [9, 2], [0x7fffffff, 0x80000000]]) {
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
      flash.lay(old(t, p), { version: 8, image: bytesOf(t, p.imageBytes) });
      t.equal(boot(t, flash), 1, 'the first start after the update');
      t.equal(boot(t, flash), 0, 'the second start, when nothing was confirmed');
      flash.lay(old(t, p), { version: 8, image: bytesOf(t, p.imageBytes) });
      boot(t, flash);
      t.equal(signed(t.call('ota_confirm', flash.address, 1)), codes.ok, 'what ota_confirm returns');
      t.equal(boot(t, flash), 1, 'the second start after confirming');
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
      const flash = flashOf(t, p);
      const running = old(t, p, { image: bytesOf(t, 24) });
      const stale = old(t, p, { version: 5, image: bytesOf(t, 60) });
      const image = bytesOf(t, Math.min(p.imageBytes, 150));
      const data = t.buffer(image);
      flash.lay(running, stale);
      t.call('ota_install', flash.address, 0, data.address, image.length, 8);
      const operations = unlimited - flash.operationsLeft();
      for (let cut = 0; cut < operations; cut++) {
        flash.lay(running, stale, cut);
        t.call('ota_install', flash.address, 0, data.address, image.length, 8);
        flash.power();
        const left = flash.slot(1);
        t.deepEqual(flash.slot(0), slotBytes(p, running), `the running slot after a cut at operation ${cut + 1}`);
        if (isValid(p, left)) {
          const isOld = slotBytes(p, stale).slice(0, header + stale.image.length).every((byte, i) => byte === left[i]);
          t.ok(isOld || isInstalled(p, left, image, 8), `a valid slot is whole after a cut at operation ${cut + 1}`);
        }
        const started = boot(t, flash);
        t.ok(started === 0 || (started === 1 && isInstalled(p, left, image, 8)), `what starts after a cut at operation ${cut + 1} (${started})`);
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
      const image = bytesOf(t, 60).map((byte, i) => (i % 4 === 0 ? byte | 1 : byte));
      for (const offset of [header, header + 40, 8]) {
        const bytes = offset === 8 ? image.concat([1]) : image;
        flash.lay(null, old(t, p), unlimited, offset);
        t.equal(install(t, flash, 1, bytes, 8), codes.verifyFailed, `what ota_install returns when the word at ${offset} is worn`);
        t.ok(!isValid(p, flash.slot(0)), `the slot is not valid when the word at ${offset} is worn`);
        t.equal(boot(t, flash), 1, 'the slot that starts after that');
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
      const damages = [
        { crc: 1 },
        { length: 0xffffffff },
        { length: p.largestImage + 1 },
        { length: 49 },
        { magic: (p.magic ^ 1) >>> 0 },
        { magic: 0xffffffff },
      ];
      for (const damage of damages) {
        flash.lay(old(t, p), { version: 99, image, isConfirmed: true, ...damage });
        t.equal(boot(t, flash), 0, `the slot that starts when the other one has ${Object.keys(damage)[0]} damaged`);
        t.equal(signed(t.call('ota_confirm', flash.address, 1)), codes.noSlot, 'what ota_confirm says to a damaged slot');
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
