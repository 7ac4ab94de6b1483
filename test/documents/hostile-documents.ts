// Files that a careless or hostile person uploads, each with the error that it must meet.
import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { docxFiles, zip } from './docx';
import { resumePdf } from './resume-pdf';

export interface HostileDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: string;
  /** A word that the message must contain, so that the reader knows what to do. */
  readonly says: RegExp;
}

const mebibyte = 1024 * 1024;

function pdfObjects(objects: readonly string[], trailer: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('')}trailer<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\n%%EOF`,
    'latin1',
  );
}

/** A page whose content unpacks to 800 MiB of spaces. */
function pdfBomb(): Buffer {
  const content = deflateSync(Buffer.alloc(800 * mebibyte, 0x20), { level: 1 }).toString('latin1');
  return pdfObjects(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      `<</Length ${content.length}/Filter/FlateDecode>>stream\n${content}\nendstream `,
    ],
    '',
  );
}

/** Standard security handler, revision 2 (ISO 32000-1, 7.6.3), with a user password that nobody knows. */
function encryptedPdf(): Buffer {
  return pdfObjects(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
      `<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -44>>`,
    ],
    `/Encrypt 4 0 R/ID[<${'01'.repeat(16)}><${'01'.repeat(16)}>]`,
  );
}

async function scannedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  // A single grey dot stretched over the page, as a scan is a picture over the page.
  const dot = await pdf.embedPng(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  pdf.addPage([595, 842]).drawImage(dot, { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save();
}

const honest = ['Experience', 'Firmware Engineer, Acme, 2019 – 2022', '- Wrote drivers in C.'];

function bombs(): HostileDocument[] {
  const spaces = Buffer.alloc(70 * mebibyte, 0x20);
  const [first, ...rest] = docxFiles(honest);
  const declared = { code: 'document-too-large', says: /unpacks to far more/ };
  return [
    {
      name: 'a DOCX bomb that says how large it is',
      bytes: zip([...docxFiles(honest), { name: 'word/media/image1.png', bytes: spaces }]),
      ...declared,
    },
    {
      name: 'a DOCX bomb that says it is small',
      bytes: zip([
        ...rest.filter(({ name }) => name !== 'word/document.xml'),
        ...(first ? [first] : []),
        { name: 'word/document.xml', bytes: spaces, declaredSize: 2000 },
      ]),
      ...declared,
    },
    {
      name: 'a DOCX whose text part alone is 20 MB',
      bytes: zip([
        ...rest.filter(({ name }) => name !== 'word/document.xml'),
        { name: 'word/document.xml', bytes: spaces.subarray(0, 20 * mebibyte) },
      ]),
      ...declared,
    },
    {
      name: 'a DOCX of 5000 entries',
      bytes: zip([
        ...docxFiles(honest),
        ...Array.from({ length: 5000 }, (_, index) => ({ name: `word/x${index}.xml`, bytes: Buffer.from('<a/>') })),
      ]),
      ...declared,
    },
  ];
}

const unsupported = { code: 'document-type-unsupported', says: /Upload a PDF/ };
const unreadable = { code: 'document-unreadable', says: /again|Upload/ };

async function pdfs(): Promise<HostileDocument[]> {
  const whole = await resumePdf();
  return [
    { name: 'a PDF cut off after a third', bytes: whole.subarray(0, whole.length / 3), ...unreadable },
    { name: 'a PDF header and rubbish', bytes: Buffer.from(`%PDF-1.7\n${'rubbish '.repeat(2000)}`), ...unreadable },
    { name: 'an encrypted PDF', bytes: encryptedPdf(), code: 'document-encrypted', says: /password/ },
    { name: 'a scanned PDF', bytes: await scannedPdf(), code: 'document-without-text', says: /pictures of text/ },
    { name: 'a PDF that unpacks to 800 MB', bytes: pdfBomb(), ...unreadable },
  ];
}

function otherTypes(): HostileDocument[] {
  return [
    {
      name: 'an old .doc',
      bytes: Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
      code: unsupported.code,
      says: /old Word document/,
    },
    {
      name: 'a PNG named resume.pdf',
      bytes: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      code: unsupported.code,
      says: /image/,
    },
    { name: 'a JPEG', bytes: Buffer.from('ffd8ffe000104a464946', 'hex'), ...unsupported },
    { name: 'RTF', bytes: Buffer.from('{\\rtf1\\ansi Firmware engineer}'), code: unsupported.code, says: /rich text/ },
    {
      name: 'a spreadsheet',
      bytes: zip([{ name: 'xl/workbook.xml', bytes: Buffer.from('<x/>') }]),
      code: unsupported.code,
      says: /spreadsheet/,
    },
    {
      name: 'a plain ZIP',
      bytes: zip([{ name: 'resume.txt', bytes: Buffer.from('Firmware engineer') }]),
      code: unsupported.code,
      says: /archive/,
    },
    {
      name: 'a web page',
      bytes: Buffer.from('<!doctype html><html><body>Firmware engineer since 2019</body></html>'),
      ...unsupported,
    },
    {
      name: 'JSON that is no résumé',
      bytes: Buffer.from('{"orders": [1, 2, 3]}'),
      code: unsupported.code,
      says: /no JSON Resume/,
    },
    {
      name: 'bytes without sense',
      bytes: Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104729) & 0xff)),
      ...unreadable,
    },
    { name: 'nothing', bytes: new Uint8Array(0), code: 'document-empty', says: /empty/ },
    { name: 'three spaces', bytes: Buffer.from('   '), code: 'document-without-text', says: /hardly any text/ },
    {
      name: '11 MB of letters',
      bytes: Buffer.alloc(11 * mebibyte, 0x41),
      code: 'document-too-large',
      says: /at most 10 MB/,
    },
  ];
}

function brokenDocx(): HostileDocument[] {
  const whole = zip(docxFiles(honest));
  const entity = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  return [
    { name: 'a DOCX cut off in the middle', bytes: whole.subarray(0, whole.length / 2), ...unreadable },
    { name: 'a DOCX with entity declarations', bytes: zip(docxFiles(honest, entity)), ...unreadable },
    {
      name: 'a DOCX under a password',
      bytes: zip(docxFiles(honest).map((file) => ({ ...file, encrypted: true }))),
      code: 'document-encrypted',
      says: /password/,
    },
  ];
}

async function make(): Promise<HostileDocument[]> {
  return [...(await pdfs()), ...bombs(), ...brokenDocx(), ...otherTypes()];
}

let made: Promise<HostileDocument[]> | undefined;

/** All of them; they are made once and when first asked for, because some are large. */
export function hostileDocuments(): Promise<HostileDocument[]> {
  made ??= make();
  return made;
}
