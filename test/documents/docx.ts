// Builds Word documents, honest and hostile, as ZIP containers written by hand.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the container says the file unpacks to, when that is not the truth. */
  readonly declaredSize?: number;
  /** Marks the file as protected by a password. */
  readonly encrypted?: boolean;
}

function headerOf(file: ZipFile, packed: Uint8Array): Buffer {
  // The 26 bytes that the local header and the directory have in common: APPNOTE 4.3.7 and 4.3.12.
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(file.encrypted ? 1 : 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(file.bytes), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(file.declaredSize ?? file.bytes.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(file.name), 22);
  return fields;
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A ZIP of these files, each deflated. */
export function zip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.bytes, { level: 9 });
    const header = headerOf(file, packed);
    const local = Buffer.concat([mark(0x04034b50), header, Buffer.from(file.name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(mark(0x02014b50), Buffer.from([20, 0]), header, tail, Buffer.from(file.name));
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length & 0xffff, 4);
  end.writeUInt16LE(files.length & 0xffff, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listing, mark(0x06054b50), end]);
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const contentTypes =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>';
const rootRelations =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const documentRelations =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
const numbering = `<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="${namespace}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function paragraph(line: string): string {
  const bullet = line.startsWith('- ');
  const properties = bullet ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>' : '';
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(bullet ? line.slice(2) : line)}</w:t></w:r></w:p>`;
}

/** A line with a tab becomes a table row of cells, as many templates set dates beside positions. */
function bodyOf(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line.includes('\t')
        ? `<w:tbl><w:tr>${line
            .split('\t')
            .map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`)
            .join('')}</w:tr></w:tbl>`
        : paragraph(line),
    )
    .join('');
}

/** The files of a Word document with these lines; "- " makes a bullet, a tab a table row. */
export function docxFiles(lines: readonly string[], prolog = ''): ZipFile[] {
  const document = `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="${namespace}"><w:body>${bodyOf(lines)}</w:body></w:document>`;
  return [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', rootRelations],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', documentRelations],
    ['word/numbering.xml', numbering],
  ].map(([name = '', text = '']) => ({ name, bytes: Buffer.from(text) }));
}

export function docx(lines: readonly string[]): Buffer {
  return zip(docxFiles(lines));
}
