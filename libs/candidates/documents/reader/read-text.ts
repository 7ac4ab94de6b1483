// Decodes plain text: UTF-8, UTF-16 with or without a mark, or Windows-1252 (which contains Latin-1).
import { Refusal } from './refusal';

const notText = (): Refusal =>
  new Refusal(
    'document-unreadable',
    'The file is not text, although nothing else could be recognised in it either. Upload a PDF, a Word document (.docx), plain text or a JSON Resume.',
  );

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without a mark, UTF-16 shows in the zero bytes of its many plain letters. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : undefined;
}

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let odd = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0;
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) ||
      code === 0xfffd ||
      (code >= 0x7f && code < 0xa0)
    )
      odd += 1;
  }
  return odd <= Math.max(2, sample.length / 100);
}

/** Windows-1252 gives meaning to every byte, so it is only believed where most bytes are plain letters. */
function asWindows1252(bytes: Uint8Array): string | undefined {
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return high <= bytes.length * 0.25 ? decode('windows-1252', bytes) : undefined;
}

/** The text of a file, without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  const encoding = marked ?? utf16Without(bytes);
  const text = encoding ? decode(encoding, bytes) : (decode('utf-8', bytes) ?? asWindows1252(bytes));
  if (text === undefined || !looksLikeText(text)) throw notText();
  return text;
}
