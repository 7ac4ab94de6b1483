// The tokens of a C source: comments and white space are gone, each token knows where it stands.

/** `word`: a name or keyword; `mark`: an operator or other punctuation. */
export type TokenKind = 'word' | 'number' | 'text' | 'mark';

export interface SourceToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** Characters of the source, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The first of its line: only there a `#` begins a directive. */
  readonly startsLine: boolean;
}

const piece =
  /(\s+|\/\/[^\n]*)|(\/\*[^]*?(?:\*\/|$))|((?:u8|[LuU])?"(?:\\[^]|[^"\\\n])*"?)|((?:u8|[LuU])?'(?:\\[^]|[^'\\\n])*'?)|([\p{L}_$][\p{L}\p{M}\p{N}_$]*)|(\.?\d(?:[eEpP][+-]|[\w.'])*)|(<<=|>>=|\.\.\.|->|\+\+|--|<<|>>|[-+*/%&|^<>=!]=|&&|\|\||##|<%|%>|<:|:>|%:|[^])/gu;

/** Digraphs are other spellings of the same marks. */
const digraphs: Readonly<Record<string, string>> = { '<%': '{', '%>': '}', '<:': '[', ':>': ']', '%:': '#' };

/** A line may end in a backslash within any token; what is read is the joined text, what is told is the source's position. */
function joined(source: string): { text: string; positionOf: (index: number) => number } {
  const cuts: { at: number; removed: number }[] = [];
  let removed = 0;
  const text = source.replace(/\\[ \t]*\r?\n/g, (cut: string, at: number) => {
    cuts.push({ at: at - removed, removed: (removed += cut.length) });
    return '';
  });
  let next = 0;
  return {
    text,
    // Asked in rising order only.
    positionOf: (index) => {
      while ((cuts[next]?.at ?? Infinity) <= index) next += 1;
      return index + (cuts[next - 1]?.removed ?? 0);
    },
  };
}

/** In proportion to the source's length, whatever it holds. */
export function sourceTokens(source: string): SourceToken[] {
  const { text, positionOf } = joined(source);
  const tokens: SourceToken[] = [];
  let startsLine = true;
  for (const found of text.matchAll(piece)) {
    const [all, space, comment, string, character, word, number] = found;
    if (space !== undefined) startsLine ||= space.includes('\n');
    if (space !== undefined || comment !== undefined) continue;
    const kind =
      string !== undefined ? 'text' : word !== undefined ? 'word' : (number ?? character) ? 'number' : 'mark';
    const from = positionOf(found.index);
    const to = positionOf(found.index + all.length - 1) + 1;
    tokens.push({ kind, text: digraphs[all] ?? all, from, to, startsLine });
    startsLine = false;
  }
  return tokens;
}
