// Reads the text of a PDF with pdf.js (unpdf's build of it), page by page and in reading order.
import { getDocumentProxy } from 'unpdf';
import { documentLimits } from '../document';
import { layOut, type Piece } from './pdf-layout';
import { Refusal } from './refusal';

const damaged = (): Refusal =>
  new Refusal(
    'document-unreadable',
    'The PDF is damaged or incomplete. Export it again from the program in which it was written and upload it once more.',
  );
const encrypted = (): Refusal =>
  new Refusal('document-encrypted', 'The PDF is protected by a password. Save it without one and upload it again.');

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
      enableXfa: false,
    });
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? encrypted() : damaged();
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function isTextItem(item: object): item is TextItem {
  return 'str' in item && typeof item.str === 'string' && 'transform' in item && Array.isArray(item.transform);
}

/** Text that runs up or down the page (a watermark, a margin note) is left out: it would tear the lines apart. */
function pieceOf({ str, transform, width, height }: TextItem): Piece | undefined {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  // pdf.js fills gaps with runs of space as wide as the gap; the layout judges gaps itself.
  if (str.trim() === '') return undefined;
  return Math.abs(b) > Math.abs(a) ? undefined : { text: str, x, y, width, height: height || Math.abs(d) };
}

/** A page that pdf.js cannot read does not spoil the others. */
async function pageText(pdf: PdfDocument, number: number): Promise<string | undefined> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: false });
    const pieces = items
      .flatMap((item) => (isTextItem(item) ? [pieceOf(item)] : []))
      .filter((piece) => piece !== undefined);
    page.cleanup();
    return layOut(pieces);
  } catch {
    return undefined;
  }
}

export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: number; warnings: string[] }> {
  const pdf = await open(bytes);
  const pages = pdf.numPages;
  const read = Math.min(pages, documentLimits.pages);
  const texts: Array<string | undefined> = [];
  for (let number = 1; number <= read; number += 1) texts.push(await pageText(pdf, number));
  const failed = texts.flatMap((text, index) => (text === undefined ? [index + 1] : []));
  if (failed.length === read) throw damaged();
  const warnings = [
    ...(read < pages ? [`The PDF has ${pages} pages; only the first ${read} were read.`] : []),
    ...(failed.length > 0 ? [`These pages could not be read: ${failed.join(', ')}.`] : []),
    ...emptyPages(texts),
  ];
  return { text: `${texts.filter((text) => text !== undefined && text !== '').join('\n\n')}\n`, pages, warnings };
}

function emptyPages(texts: ReadonlyArray<string | undefined>): string[] {
  const empty = texts.flatMap((text, index) => (text === '' ? [index + 1] : []));
  return empty.length === 0 || empty.length === texts.length
    ? []
    : [`These pages hold no text, perhaps only a picture: ${empty.join(', ')}.`];
}
