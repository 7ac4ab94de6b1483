// Documents as people upload them, read by the real reading process of the build: honest ones come back as text, hostile ones meet a clear error.
import { execFileSync } from 'node:child_process';
import { DomainError } from '@bringup/platform';
import { readApplication } from '@bringup/rubric';
import { readDocument } from '../../libs/candidates/documents';
import { readerArguments } from '../../libs/candidates/documents/reader-arguments';
import { docx } from './docx';
import { hostileDocuments } from './hostile-documents';
import { resumeLines, resumePdf, twoColumnPdf } from './resume-pdf';

jest.setTimeout(60_000);

const squeezed = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}%+.,:@]+/gu, ' ')
    .replaceAll('μ', 'µ')
    .trim();

async function refusalOf(bytes: Uint8Array): Promise<DomainError> {
  const outcome = await readDocument({ bytes, fileName: 'resume.pdf' }).then(
    (document) => `read as ${document.format}: ${document.text.slice(0, 80)}`,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DomainError)) throw new Error(`expected a DomainError, got: ${String(outcome)}`);
  return outcome;
}

describe('honest documents', () => {
  it('reads the PDF of Mira Lindqvist in order, with her name and address', async () => {
    const read = await readDocument({ bytes: await resumePdf(), fileName: 'cv.bin' });
    expect(read).toMatchObject({
      format: 'pdf',
      pages: 1,
      warnings: [],
      fields: { name: 'Mira Lindqvist', email: 'mira.lindqvist@example.org', phone: '+46 70 555 01 82' },
    });
    expect(squeezed(read.text)).toBe(squeezed(resumeLines.map((line) => line.replace(/^#+ |^- /, '')).join(' ')));
  });

  it('rates that PDF as the plain text would be rated', async () => {
    const { text } = await readDocument({ bytes: await resumePdf(), fileName: 'cv.pdf' });
    const reading = readApplication({
      documents: [{ id: 'resume', kind: 'resume', text }],
      profile: 'edge-ai-engineer',
      level: 'mid',
      now: '2026-06-15',
    });
    expect(reading.experience).toMatchObject({ embeddedYears: 8.1, mlYears: 4.3, equivalenceMet: true });
    expect(Object.fromEntries(reading.criteria.map((one) => [one.tag, one.suggestedRating]))).toEqual({
      Q1: 4,
      Q2: 4,
      Q3: 3,
      Q4: 4,
      Q5: 3,
    });
  });

  it('reads a sidebar and then the account beside it, not line by line across both', async () => {
    const sidebar = [
      'Skills',
      'C and C++',
      'Zephyr, FreeRTOS',
      'PyTorch',
      '',
      'Languages',
      'Swedish, native',
      'English, fluent',
      '',
      'Interests',
      'Sailing',
    ];
    const account = [
      'Experience',
      'Embedded Engineer, Acme, 2019 - 2022',
      'Ported TFLM to an nRF5340 for a hearing aid.',
      'Cut peak RAM from 310 KB to 96 KB.',
      '',
      'Firmware Engineer, Beta, 2016 - 2019',
      'Wrote SPI drivers in C for a pump controller.',
      'Traced brown-outs with an oscilloscope.',
      '',
      'Education',
      'MSc Electrical Engineering, Lund',
    ];
    const { text } = await readDocument({ bytes: await twoColumnPdf(sidebar, account, 'Jo Ek'), fileName: 'cv.pdf' });
    expect(squeezed(text)).toBe(squeezed(['Jo Ek', ...sidebar, ...account].join(' ')));
  });

  it('keeps bullets and sets the cells of a DOCX table row side by side', async () => {
    const { format, text } = await readDocument({
      bytes: docx([
        'Experience',
        '03/2019 – today\tFirmware Engineer, R&D Acme',
        '- Wrote drivers in C <fast>.',
        '- Ported TFLM to an STM32H7.',
      ]),
      fileName: 'cv.docx',
    });
    expect(format).toBe('docx');
    expect(text).toBe(
      'Experience\n\n03/2019 – today\tFirmware Engineer, R&D Acme\n\n- Wrote drivers in C <fast>.\n- Ported TFLM to an STM32H7.\n',
    );
  });

  it('leaves a clean UTF-8 text exactly as it is', async () => {
    const text = '  Åsa Öberg\n\nFirmware engineer  \n\tC, C++ 🙂 – “quoted”\n\n';
    expect((await readDocument({ bytes: Buffer.from(text), fileName: 'cv.txt' })).text).toBe(text);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFJürgen Müller, firmware for motors', 'utf8')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFJürgen Müller, firmware for motors', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('Jürgen Müller, firmware for motors', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\uFEFFJürgen Müller, firmware for motors', 'utf16le').swap16()],
    ['Latin-1', Buffer.from('Jürgen Müller, firmware for motors', 'latin1')],
  ])('decodes %s', async (_name, bytes) => {
    expect(await readDocument({ bytes, fileName: 'cv.txt' })).toMatchObject({
      format: 'text',
      text: 'Jürgen Müller, firmware for motors',
    });
  });

  it('takes out what cannot be seen, makes line ends alike and joins a cut word only where that is sure', async () => {
    const bytes = Buffer.from(
      'Quantisation of detec\u00ad\r\ntors.\0 The \u202Equantisa-\r\ntion paid off; low-\r\npower too.\u200B',
    );
    expect((await readDocument({ bytes, fileName: 'cv.txt' })).text).toBe(
      'Quantisation of detectors. The quantisation paid off; low-\npower too.',
    );
  });

  it('renders a JSON Resume that the rubric can date', async () => {
    const resume = {
      basics: { name: 'Ana Souza', email: 'ana@example.org' },
      work: [
        {
          name: 'Acme',
          position: 'Firmware Engineer',
          startDate: '2020-01-15',
          endDate: '2021-12-31',
          highlights: ['Wrote SPI drivers in C.'],
        },
      ],
    };
    const read = await readDocument({ bytes: Buffer.from(JSON.stringify(resume)), fileName: 'resume.json' });
    expect(read).toMatchObject({ format: 'json-resume', fields: { name: 'Ana Souza', email: 'ana@example.org' } });
    const { experience } = readApplication({
      documents: [{ id: 'r', kind: 'resume', text: read.text }],
      profile: 'edge-ai-engineer',
      level: 'mid',
      now: '2026-01-01',
    });
    expect(experience).toMatchObject({
      embeddedYears: 2,
      positions: [{ title: 'Firmware Engineer', from: '2020-01', to: '2021-12' }],
    });
  });
});

describe('hostile documents', () => {
  it('meet the error that says what to do', async () => {
    for (const { name, bytes, code, says } of await hostileDocuments()) {
      const refusal = await refusalOf(bytes);
      expect({ name, code: refusal.code }).toEqual({ name, code });
      expect(refusal.message).toMatch(says);
      expect(refusal.message.length).toBeLessThan(260);
    }
  });

  it('do not outlive their time', async () => {
    const started = Date.now();
    await expect(
      readDocument({ bytes: await resumePdf(), fileName: 'cv.pdf' }, { milliseconds: 5 }),
    ).rejects.toMatchObject({ code: 'document-timeout' });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('do not keep the next one from being read', async () => {
    const [bomb] = (await hostileDocuments()).filter(({ name }) => name.includes('800 MB'));
    const text = Buffer.from('Firmware engineer since 2019');
    const outcomes = await Promise.allSettled(
      [bomb.bytes, text, bomb.bytes, text, text].map((bytes) => readDocument({ bytes, fileName: 'cv' })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });
});

describe('the reading process', () => {
  it.each([
    ['read a file outside its program', `require('node:fs').readFileSync('/etc/hostname')`],
    [
      'read the configuration of the product',
      `require('node:fs').readFileSync(${JSON.stringify(`${process.cwd()}/package.json`)})`,
    ],
    ['write a file', `require('node:fs').writeFileSync('/tmp/bringup-escape', 'x')`],
    ['start a process', `require('node:child_process').execFileSync('/bin/true')`],
    ['start a thread', `new (require('node:worker_threads').Worker)('0', { eval: true })`],
  ])('cannot %s', (_what, attempt) => {
    const program = `try { ${attempt}; console.log('done'); } catch (error) { console.log(error.code); }`;
    expect(
      execFileSync(process.execPath, [...readerArguments(), '-e', program], { env: {}, encoding: 'utf8' }).trim(),
    ).toBe('ERR_ACCESS_DENIED');
  });
});
