// Reads a Word document (DOCX): the container is unpacked and checked here, then mammoth reads the checked parts.
import mammoth from 'mammoth';
import { documentLimits } from '../document';
import { refuseType } from './document-format';
import { htmlToText } from './html-to-text';
import { packZip } from './pack-zip';
import { Refusal } from './refusal';
import { listZip, unpack, unpacksTooLarge, type ZipEntry } from './unpack-zip';

const otherContainers: ReadonlyArray<readonly [string, RegExp]> = [
  ['a spreadsheet (XLSX)', /^xl\/workbook/],
  ['a presentation (PPTX)', /^ppt\/presentation/],
  ['a Pages document', /\.iwa$/],
  ['an OpenDocument file', /^(?:mimetype|content\.xml)$/],
];

/** The parts that text is read from; pictures, fonts and macros stay where they are. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?!media|embeddings|fonts|theme|webSettings)[^/]*\.xml|word\/_rels\/.*\.rels)$/;

const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

function checkContainer(entries: readonly ZipEntry[]): void {
  if (entries.some(({ name }) => name === 'word/document.xml')) return;
  const other = otherContainers.find(([, pattern]) => entries.some(({ name }) => pattern.test(name)));
  throw refuseType(other?.[0] ?? 'an archive (ZIP)');
}

/** Word writes no document type declarations; they only serve to make a parser grow or reach out. */
function refuseDeclarations(bytes: Uint8Array): void {
  if (Buffer.from(bytes).includes('<!DOCTYPE') || Buffer.from(bytes).includes('<!ENTITY')) {
    throw new Refusal(
      'document-unreadable',
      'The Word document holds declarations that Word does not write. Save it again in Word as .docx, or as a PDF.',
    );
  }
}

export async function readDocx(bytes: Uint8Array): Promise<{ text: string; pages: number; warnings: string[] }> {
  const entries = listZip(bytes);
  checkContainer(entries);
  const textual = entries.filter(({ name }) => wanted.test(name));
  if (textual.reduce((sum, entry) => sum + entry.size, 0) > documentLimits.zipTextBytes) throw unpacksTooLarge();
  const parts = textual.map((entry) => ({ name: entry.name, bytes: unpack(entry) }));
  parts.forEach((part) => refuseDeclarations(part.bytes));
  const { value } = await mammoth.convertToHtml(
    { buffer: packZip(parts) },
    { ignoreEmptyParagraphs: false, convertImage: noImage, externalFileAccess: false },
  );
  return { text: htmlToText(value), pages: 1, warnings: [] };
}
