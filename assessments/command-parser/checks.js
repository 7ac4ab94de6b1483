// The checks: lines go in, in one piece or many, and each event is compared with a model that splits whole lines and counts in exact integers.

const kinds = { none: 0, command: 1, tooLong: 2, unknown: 3, count: 4, number: 5, range: 6 };
const codesOf = (text) => Array.from(text, (c) => c.charCodeAt(0) & 255);
const show = (text) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

// The value of an argument, or null when it is no number.
function valueOf(word) {
  if (/^-?[0-9]+$/.test(word)) return word.startsWith('-') ? -BigInt(word.slice(1)) : BigInt(word);
  return /^0[xX][0-9a-fA-F]+$/.test(word) ? BigInt(word) : null;
}

// What a line gives: an event as a plain list of what its kind makes meaningful, or null.
function eventOf(p, line) {
  if (line.length > p.lineBytes) return [kinds.tooLong];
  const [name, ...words] = line.split(/[ \t\r]+/).filter((word) => word !== '');
  if (name === undefined) return null;
  const command = p.commands.findIndex((c) => c.name === name);
  if (command < 0) return [kinds.unknown];
  const { ranges } = p.commands[command];
  if (words.length !== ranges.length) return [kinds.count, command];
  const values = words.map(valueOf);
  const faults = values.map((v, i) => (v === null ? kinds.number : v < BigInt(ranges[i].min) || v > BigInt(ranges[i].max) ? kinds.range : 0));
  const wrong = faults.findIndex((kind) => kind !== 0);
  return wrong < 0 ? [kinds.command, command, ...values.map(Number)] : [faults[wrong], command, wrong];
}

function parserOf(t, p, before = 0) {
  const bytes = p.lineBytes + 8;
  const memory = t.zeroed(bytes);
  memory.set(new Uint8Array(bytes).fill(before));
  const event = t.zeroed(24);
  t.call('parser_init', memory.address);
  const read = () => {
    const [kind, command, argument, ...values] = Array.from(event.int32());
    if (kind === kinds.command) return [kind, command, ...values.slice(0, p.commands[command]?.ranges.length ?? 3)];
    if (kind === kinds.number || kind === kinds.range) return [kind, command, argument];
    return kind === kinds.count ? [kind, command] : [kind];
  };
  // Feeds one piece until all of it is taken; gives the events and checks how many bytes each call took.
  const feed = (text) => {
    const piece = t.buffer(codesOf(text));
    const events = [];
    for (let at = 0; at < text.length; ) {
      event.set(new Uint8Array(24).fill(0x7b));
      const taken = Number(t.call('parser_feed', memory.address, piece.address + at, text.length - at, event.address)) >>> 0;
      const found = read();
      const rest = text.slice(at);
      t.ok(taken > 0 && taken <= rest.length, `parser_feed takes 1 to ${rest.length} bytes of ${show(rest)} (took ${taken})`);
      if (found[0] === kinds.none) t.equal(taken, rest.length, `bytes taken without an event of ${show(rest)}`);
      else {
        t.equal(rest[taken - 1], '\n', `the last byte that is taken with an event of ${show(rest)}`);
        events.push(found);
      }
      at += taken;
    }
    return events;
  };
  return { feed, memory, event };
}

// Feeds whole lines and compares each one's event with the model.
function expectLines(t, p, lines, parser = parserOf(t, p)) {
  for (const line of lines) {
    const expected = eventOf(p, line);
    t.deepEqual(parser.feed(`${line}\n`), expected === null ? [] : [expected], `events (kind, command, then values or argument) of the line ${show(line)}`);
  }
}

const inRange = (t, { min, max }) => t.random.integer(Math.max(min + 1, -1e9), Math.min(max - 1, 1e9));
const hexOf = (t, value) => {
  const digits = value.toString(16);
  return t.random.pick(['0x', '0X']) + (t.random.integer(0, 1) ? digits : digits.toUpperCase());
};
const goodLine = (t, { name, ranges }) => [name, ...ranges.map((r) => inRange(t, r))].join(' ');

// Every command with one of its arguments replaced by each of these words, the others right.
function withArgument(t, p, wordsOf) {
  return p.commands.flatMap(({ name, ranges }) =>
    ranges.flatMap((range, at) => wordsOf(range).map((word) => [name, ...ranges.map((r, i) => (i === at ? word : inRange(t, r)))].join(' '))),
  );
}

export const checks = [
  {
    id: 'plain-commands',
    visible: true,
    title: 'Every command of the table is understood',
    lesson: 'Find the name, count the words, read the numbers.',
    points: 1,
    run(t, p) {
      expectLines(t, p, p.commands.map((c) => goodLine(t, c)), parserOf(t, p, 0xa5));
    },
  },
  {
    id: 'hex-and-zeros',
    visible: true,
    title: 'Hexadecimal numbers, signs and leading zeros',
    lesson: 'A leading zero is no octal number, and zeros do not make a number too large.',
    points: 1,
    run(t, p) {
      const forms = (range) => {
        const value = Math.max(t.random.integer(10, 15), range.min + 1);
        const size = [hexOf(t, value), `0x${'0'.repeat(9)}${value.toString(16)}`, `${'0'.repeat(9)}${value}`, `0${value}`];
        return range.min < 0 ? [...size, '-1', '-0', '-012', String(range.min + 1)] : size;
      };
      expectLines(t, p, withArgument(t, p, forms).filter((line) => line.length < p.lineBytes));
    },
  },
  {
    id: 'pieces',
    visible: true,
    title: 'Pieces may end anywhere, and may hold several lines',
    lesson: 'What comes from a UART ends where the interrupt happened to come, not where the line ends.',
    points: 1.5,
    run(t, p) {
      const lines = [...p.commands, ...p.commands].map((c) => goodLine(t, c));
      const text = `${lines.join('\n')}\n`;
      const expected = lines.map((line) => eventOf(p, line));
      for (const size of [1, 2, 3, 5, 7, 11, text.length]) {
        const parser = parserOf(t, p);
        const events = [];
        for (let at = 0; at < text.length; at += size) events.push(...parser.feed(text.slice(at, at + size)));
        t.deepEqual(events, expected, `events of ${lines.length} lines that arrive ${size} bytes at a time`);
      }
    },
  },
  {
    id: 'range-ends',
    visible: true,
    title: 'Both ends of a range are allowed, their neighbours are not',
    lesson: 'Refuse, do not clamp: a test that asked for more must hear that it did not get it.',
    points: 1,
    run(t, p) {
      expectLines(t, p, withArgument(t, p, ({ min, max }) => [min, max, min - 1, max + 1]));
    },
  },
  {
    id: 'throughput',
    visible: true,
    title: 'A long script stays within the instruction budget',
    lesson: 'Look at a line when it is complete, not again with every byte.',
    points: 0.5,
    run(t, p) {
      const parser = parserOf(t, p);
      for (let sent = 0, turn = 0; sent < p.throughputBytes; turn++) {
        const line = goodLine(t, p.commands[turn % p.commands.length]);
        expectLines(t, p, [line], parser);
        sent += line.length + 1;
      }
    },
  },
  {
    id: 'overflow',
    visible: false,
    title: 'Numbers too large for 32 and for 64 bits are out of range',
    lesson: 'A sum that wraps comes out in range: stop it before it wraps, in whatever width.',
    points: 1.5,
    run(t, p) {
      const wraps = (range) => {
        const value = BigInt(Math.min(range.max, 5) < range.min ? range.min : Math.min(range.max, 5));
        const up = [32n, 33n, 64n, 65n].map((bits) => value + (1n << bits));
        return [...up.map(String), ...up.map((v) => `0x${v.toString(16)}`), ...up.map((v) => `-${v - 2n * value}`), '0xffffffff', '9'.repeat(25), `-${'9'.repeat(25)}`];
      };
      expectLines(t, p, withArgument(t, p, wraps).filter((line) => line.length < p.lineBytes));
    },
  },
  {
    id: 'not-a-number',
    visible: false,
    title: 'Words that only begin like a number',
    lesson: 'A number is the whole word, with at least one digit: read it to its end even when it is too large already.',
    points: 1.5,
    run(t, p) {
      const words = ['-', '--5', '+5', '5-', '0x', '-0x5', '0x-5', '0xg', 'x5', '12a', '1.0', '5,', 'a', '0x5h', '0b1', '/', ':', '@1', '0x@', '0x`', 'ten', '99999999999z', '0x123456789g'];
      expectLines(t, p, withArgument(t, p, () => words));
    },
  },
  {
    id: 'names',
    visible: false,
    title: 'A name is the whole first word',
    lesson: 'Compare length and letters: one name may begin with another, and a zero byte does not end a line.',
    points: 1,
    run(t, p) {
      for (const { name, ranges } of p.commands) {
        const rest = ranges.map((r) => ` ${inRange(t, r)}`).join('');
        const names = [name, name.slice(0, -1), `${name}s`, `${name}0`, name.toUpperCase(), `${name}\0`, `\0${name}`, `${name}\0x`, `${name},`, name[0]];
        expectLines(t, p, names.flatMap((n) => (n === name ? [n + rest] : [n + rest, `${n} x`])));
      }
      expectLines(t, p, ['5', '-', '\0', 'help']);
    },
  },
  {
    id: 'argument-count',
    visible: false,
    title: 'Too few and too many arguments',
    lesson: 'Count before you read: a missing argument must not be what stood there in the last line.',
    points: 1,
    run(t, p) {
      const parser = parserOf(t, p);
      for (const { name, ranges } of p.commands) {
        const right = ranges.map((r) => inRange(t, r));
        expectLines(t, p, [[name, ...right].join(' '), [name, ...right.slice(1)].join(' '), [name, ...right, 1].join(' '), [name, ...right, 'x'].join(' ')], parser);
        expectLines(t, p, [[name, ...right.map(() => 'x'), 1, 2, 3].join(' '), [name, ...right, 1, 2, 3, 4].join(' '), name], parser);
      }
    },
  },
  {
    id: 'long-lines',
    visible: false,
    title: 'A line that is too long is dropped whole and reported once',
    lesson: 'The end of a dropped line looks like a command. It must not become one.',
    points: 1.5,
    run(t, p) {
      const line = goodLine(t, t.random.pick(p.commands));
      const padded = (length) => ' '.repeat(length - line.length) + line;
      for (const length of [p.lineBytes - 1, p.lineBytes, p.lineBytes + 1, p.lineBytes + 2, 2 * p.lineBytes, p.lineBytes + line.length, 256 + line.length, 65536 + line.length]) {
        for (const size of [length + 1, 13, p.lineBytes].filter((s) => length < 1000 || s > length)) {
          const parser = parserOf(t, p);
          const text = `${padded(length)}\n`;
          const events = [];
          for (let at = 0; at < text.length; at += size) events.push(...parser.feed(text.slice(at, at + size)));
          events.push(...parser.feed(`${line}\n`));
          t.deepEqual(events, [eventOf(p, padded(length)), eventOf(p, line)], `events of a line of ${length} bytes and one of ${line.length}, ${size} bytes at a time`);
        }
      }
    },
  },
  {
    id: 'white-space',
    visible: false,
    title: 'Tabs, carriage returns, blank lines and spaces at both ends',
    lesson: 'Terminals end a line with two bytes, and people press Enter twice.',
    points: 0.5,
    run(t, p) {
      const lines = p.commands.map((c) => goodLine(t, c));
      expectLines(t, p, lines.flatMap((line) => [`${line}\r`, '', '\r', ` \t${line}\t `, line.replaceAll(' ', '\t'), line.replaceAll(' ', '  ')]).filter((line) => line.length < p.lineBytes));
    },
  },
  {
    id: 'two-parsers',
    visible: false,
    title: 'Hundreds of lines on two UARTs, in pieces, agree with a model',
    lesson: 'All that a parser remembers is in parser_t.',
    points: 1,
    run(t, p) {
      const ports = [0, 1].map(() => {
        const lines = Array.from({ length: 90 }, () => (t.random.integer(0, 5) === 0 ? 'help me' : goodLine(t, t.random.pick(p.commands))));
        return { parser: parserOf(t, p), text: `${lines.join('\n')}\n`, expected: lines.map((l) => eventOf(p, l)), events: [] };
      });
      while (ports.some((port) => port.text !== '')) {
        const port = t.random.pick(ports);
        const size = t.random.integer(0, 30);
        port.events.push(...port.parser.feed(port.text.slice(0, size)));
        port.text = port.text.slice(size);
      }
      ports.forEach((port, i) => t.deepEqual(port.events, port.expected, `events of UART ${i}`));
    },
  },
];
