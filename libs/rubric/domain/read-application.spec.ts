// Properties of every reading, whatever the text: exact quotes, no rating lost by unrelated text, determinism, plain JSON.
import fc from 'fast-check';
import { type Reading, readApplication } from './read-application';
import type { Level } from './rubric';

const now = '2026-06-15';

/** Bits of résumés, true and odd, from which the properties build their texts. */
const bits = [
  'Experience',
  'Skills',
  'Education',
  'Requirements',
  '',
  '   ',
  'Firmware Engineer, Acme, Jan 2019 – Mar 2021',
  'Machine Learning Engineer\nBeta GmbH\n04/2021–heute',
  '2019\n- 2021',
  'since 2020',
  '- Quantised a YOLOv5 detector to INT8 with PTQ; 58 ms a frame, within 0.4 mAP of FP32.',
  '• Ported TFLM to an nRF52840 in C under Zephyr and cut RAM from 310 KB to 96 KB.',
  '* Owned the deployment end to end on a fleet of 12,000 cameras.',
  'I have no experience with TensorRT, but I wrote NEON intrin-\nsics for a speaker.',
  'Eager to learn Vitis AI.',
  'C, C++, Python, TensorRT, TVM, ONNX, OpenVINO',
  'cross-\ncompiled with arm-none-eabi-gcc e.g. for STM32.',
  'The ideal candidate knows QNN.',
  'p99 of 9 ms 🙂 on Jetson\r\nOrin',
  '\t\t',
  'Å😀ﬁ–“”',
  '....!!!???',
  'MSc EE, 2010–2015',
  '(from 2019 to',
  '12 000 units',
  'x'.repeat(700),
];
const documentText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...bits) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join('\n'));
const level = fc.constantFrom<Level>('junior', 'mid', 'senior');

function read(text: string, at: Level = 'mid', letter?: string): Reading {
  const documents = [
    { id: 'resume', kind: 'resume' as const, text },
    ...(letter === undefined ? [] : [{ id: 'letter', kind: 'cover-letter' as const, text: letter }]),
  ];
  return readApplication({ documents, profile: 'edge-ai-engineer', level: at, now });
}

const ratingsOf = (reading: Reading): number[] => reading.criteria.map(({ suggestedRating }) => suggestedRating);

it('quotes every document to the letter', () => {
  fc.assert(
    fc.property(documentText, documentText, level, (text, letter, at) => {
      const reading = read(text, at, letter);
      const texts: Record<string, string> = { resume: text, letter };
      const quotes = [
        ...reading.criteria.flatMap(({ evidence, notCounted }) => [...evidence, ...notCounted]),
        ...reading.figures,
        ...reading.deployments,
        ...reading.experience.positions,
        ...reading.context.education,
        ...reading.context.certifications,
      ];
      for (const { document, start, end, quote } of quotes) expect(texts[document]?.slice(start, end)).toBe(quote);
      for (const { term, quote } of reading.criteria.flatMap(({ evidence }) => evidence)) expect(quote).toContain(term);
      for (const { written, quote } of reading.figures) expect(quote).toContain(written);
    }),
    { numRuns: 300 },
  );
});

it('loses no rating through unrelated text before, after or in a letter', () => {
  const unrelated = fc
    .array(
      fc.constantFrom(
        'He sings in a choir.',
        'The garden has roses.',
        'Speaks Swedish and Polish.',
        'No experience with horses.',
        'Eager to learn to sail.',
        'Walked 300 km.',
        'Born in Lund.',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((sentences) => sentences.join(' '));
  fc.assert(
    fc.property(documentText, unrelated, level, (text, noise, at) => {
      const before = ratingsOf(read(text, at));
      for (const after of [read(`${text}\n\n${noise}`, at), read(`${noise}\n\n${text}`, at), read(text, at, noise)]) {
        ratingsOf(after).forEach((rating, index) => expect(rating).toBeGreaterThanOrEqual(before[index] ?? 0));
      }
    }),
    { numRuns: 300 },
  );
});

it('stays within bounds, is plain JSON and says the same twice', () => {
  fc.assert(
    fc.property(documentText, level, (text, at) => {
      const reading = read(text, at);
      expect(read(text, at)).toEqual(reading);
      expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
      for (const { suggestedRating, reasons, rules, silent, evidence } of reading.criteria) {
        expect([0, 1, 2, 3, 4]).toContain(suggestedRating);
        expect(rules.length).toBe(reasons.length);
        if (silent) expect({ suggestedRating, evidence: evidence.length }).toEqual({ suggestedRating: 0, evidence: 0 });
        if (suggestedRating >= 2) expect(evidence.some(({ stance }) => stance === 'work')).toBe(true);
      }
      if (reading.suggestedScore !== null) expect(reading.suggestedScore).toBeLessThanOrEqual(100);
    }),
    { numRuns: 200 },
  );
});

it('gives no rating above 1 for any list of terms, however long', () => {
  const terms = [
    'PTQ',
    'QAT',
    'pruning',
    'TensorRT',
    'TFLite',
    'ONNX',
    'TVM',
    'OpenVINO',
    'CMSIS-NN',
    'Hailo-8',
    'Jetson',
    'FreeRTOS',
    'Zephyr',
    'JTAG',
    'Yocto',
    'C++',
    'errata',
    'assembly',
    'p99',
  ];
  const moulds = [
    (list: string) => list,
    (list: string) => `Expert in ${list}.`,
    (list: string) => `Used ${list}.`,
    (list: string) => `- Worked with ${list} successfully`,
    (list: string) => `Skills: ${list}`,
    (list: string) => `Implemented ${list}.`,
  ];
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.uniqueArray(fc.constantFrom(...terms), { minLength: 1, maxLength: 19 }),
          fc.constantFrom(...moulds),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      level,
      (lines, at) => {
        const text = `Experience\n\nAI Engineer, Acme, 2019 – present\n${lines.map(([list, mould]) => mould(list.join(', '))).join('\n')}`;
        for (const { tag, suggestedRating } of read(text, at).criteria)
          if (tag !== 'Q4')
            expect({ tag, suggestedRating, text }).toMatchObject({
              suggestedRating: suggestedRating <= 1 ? suggestedRating : 1,
            });
      },
    ),
    { numRuns: 300 },
  );
});

it('reads the longest text that the reader keeps in a moment, also a hostile one', () => {
  for (const text of [
    'TensorRT '.repeat(33_000),
    'a'.repeat(300_000),
    ' '.repeat(300_000),
    '1 '.repeat(150_000),
    '2019 – 2021\n'.repeat(20_000),
    '- Built 12 ms TensorRT for C.\n'.repeat(9_000),
    'from 1 '.repeat(40_000),
    'no '.repeat(90_000),
    '('.repeat(300_000),
  ]) {
    const started = performance.now();
    read(text);
    expect({ text: text.slice(0, 12), milliseconds: performance.now() - started < 5000 }).toEqual({
      text: text.slice(0, 12),
      milliseconds: true,
    });
  }
});

it('refuses what it cannot read, in words', () => {
  const documents = [{ id: 'a', kind: 'resume' as const, text: 'x' }];
  const application = { documents, profile: 'edge-ai-engineer', level: 'mid', now };
  const code = (change: object): unknown => {
    try {
      return readApplication({ ...application, ...change });
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect([
    code({ profile: 'x' }),
    code({ level: 'x' }),
    code({ now: '2026-02-30' }),
    code({ documents: [...documents, ...documents] }),
    code({ documents: [{ ...documents[0], text: 'x'.repeat(1_000_001) }] }),
  ]).toEqual([
    'rubric-profile-not-found',
    'rubric-level-not-found',
    'date-invalid',
    'document-id-conflict',
    'document-too-large',
  ]);
});

it('tells silence from contrary evidence', () => {
  const [q1] = read('I have never used TensorRT.').criteria;
  expect(q1).toMatchObject({ suggestedRating: 0, silent: false, rules: ['nothing-counted', 'not-counted-negated'] });
  expect(read('Walked the dog.').suggestedScore).toBeNull();
});
