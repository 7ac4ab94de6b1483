// Tells the format of a document from its bytes and reads it.
import { documentLimits, type DocumentText } from '../document';
import { cleanText } from './clean-text';
import { fieldsOf } from './document-fields';
import { detectFormat } from './document-format';
import { readDocx } from './read-docx';
import { readJsonResume } from './read-json-resume';
import { readPdf } from './read-pdf';
import { decodeText } from './read-text';
import { Refusal } from './refusal';

const fewestLetters = 20;

interface RawText {
  readonly text: string;
  readonly pages: number;
  readonly warnings: readonly string[];
  readonly fields?: DocumentText['fields'];
}

async function rawText(bytes: Uint8Array): Promise<RawText & Pick<DocumentText, 'format'>> {
  const format = detectFormat(bytes);
  if (format === 'pdf') return { format, ...(await readPdf(bytes)) };
  if (format === 'docx') return { format, ...(await readDocx(bytes)) };
  const text = decodeText(bytes);
  const resume = readJsonResume(text);
  return resume
    ? { format: 'json-resume', pages: 1, warnings: [], ...resume }
    : { format: 'text', text, pages: 1, warnings: [] };
}

/** Cuts at the end of a line near the limit, so that no word is torn. */
function withinLimit(text: string, warnings: readonly string[]): { text: string; warnings: readonly string[] } {
  if (text.length <= documentLimits.characters) return { text, warnings };
  const cut = text.lastIndexOf('\n', documentLimits.characters);
  const end = cut > documentLimits.characters / 2 ? cut : documentLimits.characters;
  return {
    text: text.slice(0, end),
    warnings: [
      ...warnings,
      `The document is very long: only its first ${documentLimits.characters} characters were read.`,
    ],
  };
}

export async function read(bytes: Uint8Array): Promise<DocumentText> {
  const raw = await rawText(bytes);
  const { text, warnings } = withinLimit(cleanText(raw.text), raw.warnings);
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters < fewestLetters) {
    throw raw.format === 'pdf'
      ? new Refusal(
          'document-without-text',
          'The PDF holds no text that can be read; a scan, for example, holds only pictures of text. Export it again from the program in which it was written, or upload plain text.',
        )
      : new Refusal(
          'document-without-text',
          'The document holds hardly any text. Check that it is the right file and upload it again.',
        );
  }
  return { format: raw.format, text, pages: raw.pages, warnings, fields: raw.fields ?? fieldsOf(text) };
}
