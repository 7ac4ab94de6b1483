// Tells what a file is from its first bytes; its name is not asked.
import { Refusal } from './refusal';

const unsupported: ReadonlyArray<readonly [name: string, bytes: readonly number[], offset: number]> = [
  ['an old Word document (.doc)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0],
  ['a rich text file (RTF)', [0x7b, 0x5c, 0x72, 0x74, 0x66], 0],
  ['an image (PNG)', [0x89, 0x50, 0x4e, 0x47], 0],
  ['an image (JPEG)', [0xff, 0xd8, 0xff], 0],
  ['an image (GIF)', [0x47, 0x49, 0x46, 0x38], 0],
  ['an image (WebP)', [0x57, 0x45, 0x42, 0x50], 8],
  ['an image (TIFF)', [0x49, 0x49, 0x2a, 0x00], 0],
  ['an image (TIFF)', [0x4d, 0x4d, 0x00, 0x2a], 0],
  ['an image (BMP)', [0x42, 0x4d], 0],
  ['an image or a video (HEIC, MP4)', [0x66, 0x74, 0x79, 0x70], 4],
  ['a compressed archive', [0x1f, 0x8b], 0],
  ['a compressed archive', [0x37, 0x7a, 0xbc, 0xaf], 0],
  ['a compressed archive', [0x52, 0x61, 0x72, 0x21], 0],
  ['a PostScript file', [0x25, 0x21, 0x50, 0x53], 0],
  ['a program', [0x7f, 0x45, 0x4c, 0x46], 0],
  ['a program', [0x4d, 0x5a], 0],
];

function startsWith(bytes: Uint8Array, magic: readonly number[], offset: number): boolean {
  return magic.every((byte, index) => bytes[offset + index] === byte);
}

export function refuseType(what: string): Refusal {
  return new Refusal(
    'document-type-unsupported',
    `The file is ${what}, which cannot be read here. Upload a PDF, a Word document (.docx), plain text or a JSON Resume.`,
  );
}

/** The first bytes as Latin-1 characters, for magic words that may stand a little later. */
function opening(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
}

/** `text` means: not one of the others. Whether it really is text is told when it is decoded. */
export function detectFormat(bytes: Uint8Array): 'pdf' | 'docx' | 'text' {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04], 0) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06], 0)) return 'docx';
  const words = opening(bytes);
  // Readers accept a PDF whose header stands anywhere in the first kilobyte (ISO 32000-1, annex H.3).
  const pdfAt = words.indexOf('%PDF-');
  if (pdfAt === 0 || (pdfAt > 0 && !/[\w]{4}/.test(words.slice(0, pdfAt)))) return 'pdf';
  const other = unsupported.find(
    ([, magic, offset]) => startsWith(bytes, magic, offset) && (magic.length > 2 || hasControls(bytes)),
  );
  if (other) throw refuseType(other[0]);
  if (/^\s*(?:<!doctype html|<html|<\?xml)/i.test(words)) throw refuseType('a web page or XML file');
  return 'text';
}

/** Two letters such as "BM" or "MZ" may also begin a text; a binary file has control characters soon after. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).some((byte) => byte < 9);
}
