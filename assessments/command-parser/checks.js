// The checks: lines go in, in one piece or many, and each event is compared with a model that splits whole lines and
// counts in exact integers.

const kinds = { none: 0, command: 1, tooLong: 2, unknown: 3, count: 4, number: 5, range: 6 };
const codesOf = (text) => Array.from(text, (c) => c.charCodeAt(0) & 255);
const show = (text) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const range = (count) => Array.from({ length: count }, (_, i) => i);
// Every byte but the newline, as text of one character.
const everyByte = range(256)
  .filter((code) => code !== 10)
  .map((code) => String.fromCharCode(code));

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
  const faults = values.map((v, i) =>
    v === null ? kinds.number : v < BigInt(ranges[i].min) || v > BigInt(ranges[i].max) ? kinds.range : 0,
  );
  const wrong = faults.findIndex((kind) => kind !== 0);
  return wrong < 0 ? [kinds.command, command, ...values.map(Number)] : [faults[wrong], command, wrong];
}

const eventsOf = (p, lines) => lines.map((line) => eventOf(p, line)).filter((event) => event !== null);

function parserOf(t, p) {
  const bytes = p.lineBytes + 8;
  const memory = t.zeroed(bytes);
  memory.set(range(bytes).map(() => t.random.integer(0, 255)));
  const event = t.zeroed(24);
  const filler = () => new Uint8Array(24).fill(t.random.integer(7, 255));
  const init = () => t.call('parser_init', memory.address);
  init();
  const read = () => {
    const [kind, command, argument, ...values] = Array.from(event.int32());
    if (kind === kinds.command) return [kind, command, ...values.slice(0, p.commands[command]?.ranges.length ?? 3)];
    if (kind === kinds.number || kind === kinds.range) return [kind, command, argument];
    return kind === kinds.count ? [kind, command] : [kind];
  };
  const give = (address, count) => {
    event.set(filler());
    return Number(t.call('parser_feed', memory.address, address, count, event.address)) >>> 0;
  };
  // An empty piece; what lies at its address is no part of it.
  const feedNothing = (address) => {
    t.equal(give(address, 0), 0, 'bytes taken of an empty piece');
    t.deepEqual(read(), [kinds.none], 'the event of an empty piece');
  };
  // Feeds all of a text, at most `size` bytes with a call; gives the events and checks how many bytes each call took.
  const feed = (text, size = text.length, hasEmptyPieces = false) => {
    const piece = t.constant(codesOf(text));
    const events = [];
    for (let at = 0; at < text.length;) {
      if (hasEmptyPieces) feedNothing(piece.address + at);
      const rest = text.slice(at, at + size);
      const taken = give(piece.address + at, rest.length);
      const found = read();
      t.ok(
        taken > 0 && taken <= rest.length,
        `parser_feed takes 1 to ${rest.length} bytes of ${show(rest)} (took ${taken})`,
      );
      if (found[0] === kinds.none) t.equal(taken, rest.length, `bytes taken without an event of ${show(rest)}`);
      else {
        t.equal(rest[taken - 1], '\n', `the last byte that is taken with an event of ${show(rest)}`);
        events.push(found);
      }
      at += taken;
    }
    if (hasEmptyPieces) feedNothing(piece.address + text.length);
    return events;
  };
  return { init, feed, memory, event };
}

// Feeds whole lines and compares each one's event with the model.
function expectLines(t, p, lines, parser = parserOf(t, p)) {
  for (const line of lines) {
    const what = `events (kind, command, then values or argument) of the line ${show(line)}`;
    t.deepEqual(parser.feed(`${line}\n`), eventsOf(p, [line]), what);
  }
}

const inRange = (t, { min, max }) => t.random.integer(Math.max(min + 1, -1e9), Math.min(max - 1, 1e9));
const hexOf = (t, value) => {
  const digits = Array.from(value.toString(16), (c) => (t.random.integer(0, 1) ? c : c.toUpperCase())).join('');
  return t.random.pick(['0x', '0X']) + digits;
};
const goodLine = (t, { name, ranges }) => [name, ...ranges.map((r) => inRange(t, r))].join(' ');
const spaces = (t, fewest = 0) =>
  range(t.random.integer(fewest, 3))
    .map(() => t.random.pick([' ', ' ', '\t', '\r']))
    .join('');
const withArguments = (p) => p.commands.filter(({ ranges }) => ranges.length > 0);

// Every command with one of its arguments replaced by each of these words, the others right.
function withArgument(t, p, wordsOf) {
  return p.commands.flatMap(({ name, ranges }) =>
    ranges.flatMap((r, at) =>
      wordsOf(r).map((word) => [name, ...ranges.map((other, i) => (i === at ? word : inRange(t, other)))].join(' ')),
    ),
  );
}

// A line with this word for one argument of some command.
function oneWith(t, p, word) {
  const { name, ranges } = t.random.pick(withArguments(p));
  const at = t.random.integer(0, ranges.length - 1);
  return [name, ...ranges.map((r, i) => (i === at ? word : inRange(t, r)))].join(' ');
}

const numberOutside = (t, { min, max }) =>
  t.random.pick([min - 1, max + 1, max + t.random.integer(1, 99), '9'.repeat(t.random.integer(11, 13))]);
const noNumber = (t, r) =>
  t.random.pick(['-', 'x', `${inRange(t, r)}a`, `+${Math.abs(inRange(t, r))}`, '0x', `${inRange(t, r)}.`]);
const rightNumber = (t, r) => {
  const value = inRange(t, r);
  return value >= 0 && t.random.integer(0, 1) ? hexOf(t, value) : value;
};

// Any line: mostly near a right one, with any spaces, and now and then too long.
function anyLine(t, p) {
  const { name, ranges } = t.random.pick(p.commands);
  const wordOf = (r) => t.random.pick([rightNumber, rightNumber, rightNumber, numberOutside, noNumber])(t, r);
  const words = [t.random.pick([name, name, name, name, `${name}x`, name.slice(1)]), ...ranges.map(wordOf)];
  const change = t.random.integer(0, 9);
  if (change === 0) words.pop();
  if (change === 1) words.push(t.random.integer(0, 9));
  const line = spaces(t) + words.map((word) => word + spaces(t, 1)).join('');
  return t.random.integer(0, 9) > 0
    ? line
    : line.padEnd(p.lineBytes + t.random.integer(-1, 9), t.random.pick([' ', '\r', '0', '\t']));
}

export const checks = [
  {
    id: 'plain-commands',
    visible: true,
    title: 'Every command of the table is understood',
    lesson: 'Find the name, count the words, read the numbers.',
    points: 1,
    run(t, p) {
      expectLines(
        t,
        p,
        t.random.shuffle([...p.commands, ...p.commands]).map((c) => goodLine(t, c)),
      );
    },
  },
  {
    id: 'hex-and-zeros',
    visible: true,
    title: 'Hexadecimal numbers, signs and leading zeros',
    lesson: 'A leading zero is no octal number, and zeros do not make a number too large.',
    points: 1,
    run(t, p) {
      const forms = (r) => {
        const value = Math.max(t.random.integer(10, 15), r.min + 1);
        const within = Math.max(0, inRange(t, r));
        const zeros = '0'.repeat(t.random.integer(9, 16));
        const size = [
          hexOf(t, value),
          hexOf(t, within),
          `0x${zeros}${value.toString(16)}`,
          `${zeros}${value}`,
          `0${value}`,
          `0${within}`,
        ];
        return r.min < 0 ? [...size, '-1', '-0', '-012', `-${zeros}7`, String(r.min + 1)] : size;
      };
      const lines = withArgument(t, p, forms).filter((line) => line.length < p.lineBytes);
      const edge = p.commands.find(({ ranges }) => ranges.some((r) => r.max === 2147483647 || r.min === -2147483648));
      for (const digits of range(8))
        lines.push(
          `${edge.name} ${hexOf(t, t.random.integer(2 ** (4 * digits), 2 ** (4 * digits + 4) - 1) % 2 ** 31)}`,
        );
      expectLines(t, p, lines);
    },
  },
  {
    id: 'pieces',
    visible: true,
    title: 'Pieces may end anywhere, may be empty, and may hold several lines',
    lesson: 'What comes from a UART ends where the interrupt happened to come, not where the line ends.',
    points: 1.5,
    run(t, p) {
      const lines = [...p.commands, ...p.commands].map((c) => goodLine(t, c));
      const text = `${lines.join('\n')}\n`;
      const expected = eventsOf(p, lines);
      for (const size of [1, 2, 3, 5, 7, 11, t.random.integer(12, 40), text.length]) {
        const what = `events of ${lines.length} lines that arrive ${size} bytes at a time`;
        t.deepEqual(parserOf(t, p).feed(text, size, size > 1), expected, what);
        const parser = parserOf(t, p);
        const events = [];
        for (let at = 0; at < text.length; at += size) events.push(...parser.feed(text.slice(at, at + size)));
        t.deepEqual(events, expected, what);
      }
      const [line] = t.random.shuffle(lines);
      for (let cut = 0; cut <= line.length; cut++) {
        const parser = parserOf(t, p);
        const events = [...parser.feed(line.slice(0, cut), undefined, true), ...parser.feed(`${line.slice(cut)}\n`)];
        t.deepEqual(events, eventsOf(p, [line]), `events of ${show(line)}, cut after ${cut} bytes`);
        parser.feed(cut % 2 === 0 ? line.slice(0, cut) : 'x'.repeat(p.lineBytes + cut));
        parser.init();
        t.deepEqual(
          parser.feed(`${line}\n`),
          eventsOf(p, [line]),
          `events of ${show(line)} when parser_init came within the line before`,
        );
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
      const some = t.random.integer(2, 99);
      expectLines(
        t,
        p,
        t.random.shuffle(
          withArgument(t, p, ({ min, max }) => [min, max, min - 1, max + 1, min - some, max + some, min + 1, max - 1]),
        ),
      );
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
      const faulty = [
        (c) => goodLine(t, c).padEnd(p.lineBytes + t.random.integer(1, 5), ' '),
        (c) => `${c.name}x ${inRange(t, { min: 0, max: 99 })}`,
        (c) => `${goodLine(t, c)} 1`,
        (c) => oneWith(t, p, `${t.random.integer(1, 99)}${t.random.pick(['a', '-', '.', 'x'])}`),
        () => oneWith(t, p, '9'.repeat(t.random.integer(11, 13))),
        () => oneWith(t, p, hexOf(t, t.random.integer(0, 99999))),
      ];
      for (let sent = 0, turn = 0; sent < p.throughputBytes; turn++) {
        const command = p.commands[turn % p.commands.length];
        const line = turn % 4 === 3 ? faulty[(turn >> 2) % faulty.length](command) : goodLine(t, command);
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
    points: 1,
    run(t, p) {
      const wraps = (r) => {
        const within = [BigInt(inRange(t, r)), BigInt(Math.min(r.max, 5) < r.min ? r.min : Math.min(r.max, 5))];
        const up = [31n, 32n, 33n, 63n, 64n, 65n].flatMap((bits) =>
          within.map((value) => value + (BigInt(t.random.integer(1, 3)) << bits)),
        );
        const down = up.map((v, i) => `-${v - 2n * within[i % 2]}`);
        const many = '9'.repeat(t.random.integer(18, 28));
        return [
          ...up.map(String),
          ...up.map((v) => `0x${v.toString(16)}`),
          ...down,
          '0xffffffff',
          '4294967295',
          '4294967296',
          '-4294967296',
          many,
          `-${many}`,
        ];
      };
      expectLines(
        t,
        p,
        withArgument(t, p, wraps).filter((line) => line.length <= p.lineBytes && !line.includes('--')),
      );
    },
  },
  {
    id: 'not-a-number',
    visible: false,
    title: 'Words that only begin like a number',
    lesson:
      'A number is the whole word, with at least one digit: read it to its end even when it is too large already.',
    points: 1,
    run(t, p) {
      const words = [
        '-',
        '--5',
        '+5',
        '5-',
        '0x',
        '-0x5',
        '0x-5',
        '0xg',
        'x5',
        '12a',
        '1.0',
        '5,',
        'a',
        '0x5h',
        '0b1',
        '/',
        ':',
        '@1',
        '0x@',
        '0x`',
        'ten',
        '99999999999z',
        '0x123456789g',
        '0x0x5',
        '00x5',
        '0 x5',
      ];
      expectLines(
        t,
        p,
        t.random.shuffle(withArgument(t, p, () => words)).filter((line) => line.length <= p.lineBytes),
      );
      const digit = () => t.random.integer(1, 9);
      const forms = [
        (b) => `${b}${t.random.pick(['x', 'X'])}${digit()}`,
        (b) => b,
        (b) => `${digit()}${b}`,
        (b) => `${b}${digit()}`,
        (b) => `0x${digit()}${b}`,
        (b) => `0x${b}`,
        (b) => `0${b}${digit()}`,
      ];
      expectLines(
        t,
        p,
        everyByte.flatMap((b) =>
          [forms[0], ...t.random.shuffle(forms.slice(1)).slice(0, 2)].map((form) => oneWith(t, p, form(b))),
        ),
      );
    },
  },
  {
    id: 'first-fault',
    visible: false,
    title: 'Of several faults the first one is reported',
    lesson: 'Arguments are judged one after another, each in full, before the next one is looked at.',
    points: 1,
    run(t, p) {
      const forms = [rightNumber, numberOutside, noNumber];
      for (const { name, ranges } of withArguments(p)) {
        const lines = range(3 ** ranges.length).map((code) =>
          [name, ...ranges.map((r, i) => forms[Math.floor(code / 3 ** i) % 3](t, r))].join(' '),
        );
        expectLines(
          t,
          p,
          t.random
            .shuffle([...lines, ...lines.map((line) => `${line} 1`), ...lines.map((line) => `x${line}`)])
            .filter((line) => line.length <= p.lineBytes),
        );
      }
    },
  },
  {
    id: 'names',
    visible: false,
    title: 'A name is the whole first word',
    lesson: 'Compare length and letters: one name may begin with another, and a zero byte does not end a line.',
    points: 1,
    run(t, p) {
      const tail = (ranges) => ranges.map((r) => ` ${inRange(t, r)}`).join('');
      for (const { name, ranges } of p.commands) {
        const rest = tail(ranges);
        const names = [
          name,
          name.slice(0, -1),
          name.slice(1),
          `${name}s`,
          `${name}0`,
          name.toUpperCase(),
          `${name}\0`,
          `\0${name}`,
          `${name}\0x`,
          `${name},`,
          name[0],
          name + name,
        ];
        expectLines(
          t,
          p,
          names.flatMap((n) => (n === name ? [n + rest] : [n + rest, `${n} x`])),
        );
        const changed = range(name.length).flatMap((at) => [
          name.slice(0, at) + t.random.pick(everyByte.filter((b) => b !== name[at])) + name.slice(at + 1),
          name.slice(0, at) +
            String.fromCharCode(name.charCodeAt(at) ^ t.random.pick([32, 128, 1])) +
            name.slice(at + 1),
        ]);
        expectLines(
          t,
          p,
          changed.map((n) => n + rest),
        );
      }
      for (const b of everyByte) {
        const { name, ranges } = t.random.pick(p.commands);
        expectLines(t, p, [`${name}${b}${tail(ranges)}`, `${b}${name}${tail(ranges)}`]);
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
        expectLines(
          t,
          p,
          [
            [name, ...right].join(' '),
            [name, ...right.slice(1)].join(' '),
            [name, ...right, 1].join(' '),
            [name, ...right, 'x'].join(' '),
          ],
          parser,
        );
        expectLines(
          t,
          p,
          [[name, ...right.map(() => 'x'), 1, 2, 3].join(' '), [name, ...right, 1, 2, 3, 4].join(' '), name],
          parser,
        );
        const most = Math.floor((p.lineBytes - name.length) / 2);
        for (let count = 0; count <= most; count++)
          expectLines(t, p, [[name, ...range(count).map(() => t.random.integer(0, 9))].join(' ')], parser);
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
      const most = p.lineBytes;
      const near = [
        most - 1,
        most,
        most + 1,
        most + 2,
        2 * most,
        most + line.length,
        128 + line.length,
        256,
        256 + line.length,
        t.random.integer(most + 1, 999),
      ];
      const far = [t.random.pick([65536, 65536 + most]), 65536 + t.random.integer(line.length, most - 1)];
      const fill = () => t.random.pick([' ', '\r', '\t']);
      for (const length of [...near, ...far]) {
        const inFront = fill().repeat(length - line.length) + line;
        const behind = line.padEnd(length, fill());
        const nothing = fill().repeat(length);
        for (const long of length < 1000 ? [inFront, behind, nothing] : [inFront]) {
          for (const size of length < 1000
            ? [length + 1, t.random.pick([t.random.integer(1, 13), most, most + 1])]
            : [length + 1]) {
            const events = parserOf(t, p).feed(`${long}\n${line}\n${long.slice(0, 999)}\n${line}\n`, size);
            const what = `events of a line of ${length} bytes and one of ${line.length}, ${size} bytes at a time`;
            t.deepEqual(events, eventsOf(p, [long, line, long.slice(0, 999), line]), what);
          }
        }
      }
    },
  },
  {
    id: 'white-space',
    visible: false,
    title: 'Tabs, carriage returns, blank lines and spaces at both ends, and nothing else',
    lesson: 'Terminals end a line with two bytes, and people press Enter twice.',
    points: 0.5,
    run(t, p) {
      const lines = p.commands.map((c) => goodLine(t, c));
      const kindsOfSpace = (line) => [
        `${line}\r`,
        '',
        '\r',
        ` \t${line}\t `,
        `\r${line}`,
        ...[' ', '\t', '\r', '  ', '\r\t '].map((s) => line.replaceAll(' ', s)),
        spaces(t, 1),
      ];
      expectLines(
        t,
        p,
        lines.flatMap(kindsOfSpace).filter((line) => line.length <= p.lineBytes),
      );
      for (const b of everyByte) {
        const [word, other] = t.random.shuffle(lines);
        expectLines(
          t,
          p,
          [word.replace(' ', b), `${other}${b}`, `${b}${other}`, b].filter((line) => line.length <= p.lineBytes),
        );
      }
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
        const lines = range(120).map(() =>
          t.random.pick([goodLine(t, t.random.pick(p.commands)), anyLine(t, p), anyLine(t, p)]),
        );
        return { parser: parserOf(t, p), text: `${lines.join('\n')}\n`, expected: eventsOf(p, lines), events: [] };
      });
      while (ports.some((port) => port.text !== '')) {
        const port = t.random.pick(ports);
        const size = t.random.integer(0, 30);
        port.events.push(
          ...port.parser.feed(port.text.slice(0, size), t.random.integer(1, 30), t.random.integer(0, 3) === 0),
        );
        port.text = port.text.slice(size);
      }
      ports.forEach((port, i) => t.deepEqual(port.events, port.expected, `events of UART ${i}`));
    },
  },
];
