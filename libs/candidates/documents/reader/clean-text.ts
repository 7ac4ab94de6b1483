// Cleans a text once, before it is stored: from then on it never changes, so that offsets into it stay true.

const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };
/** Bullets that symbol fonts keep in the private use area. */
const symbolBullets = /[\uF0A7\uF0B7\uF0D8\uF06E\uF0FC]/g;
// eslint-disable-next-line no-control-regex -- removing them is the point
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
/** Invisible characters that carry no meaning, and those that reorder what is seen. */
const invisible = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g;
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Joins a word that was cut at the end of a line, where that is sure: at a soft hyphen always, at a plain hyphen only when
 * the joined word stands elsewhere in the text and the hyphenated one does not.
 */
function joinHyphenated(text: string): string {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []);
  return text
    .replace(/\u00AD\n[ \t]*/g, '')
    .replaceAll('\u00AD', '')
    .replace(
      /(?<![\p{L}\p{N}-])(\p{L}{2,})-\n[ \t]*(\p{Ll}{2,})(?![\p{L}\p{N}-])/gu,
      (found, head: string, tail: string) => {
        const sure = words.has(`${head}${tail}`.toLowerCase()) && !words.has(`${head}-${tail}`.toLowerCase());
        return sure ? `${head}${tail}` : found;
      },
    );
}

/** Line ends become line feeds; control and invisible characters go; a plain text without any of these stays as it is. */
export function cleanText(raw: string): string {
  const text = raw
    .replace(/\r\n?|[\u2028\u2029\u0085\f]/g, '\n')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(loneSurrogates, '\uFFFD')
    .replace(symbolBullets, '•')
    .replace(/[ﬀ-ﬆ]/g, (ligature) => ligatures[ligature] ?? ligature);
  return joinHyphenated(text);
}
