// Turns the simple HTML that mammoth makes of a DOCX into plain text that keeps paragraphs, bullets and table rows.

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const token = /<(\/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)/gi;

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** Collects lines; a table cell collects its own, which its row then sets side by side. */
class Lines {
  readonly done: string[] = [];
  private open = '';
  private mark = '';

  add(text: string): void {
    this.open += text.replace(/\s*\n\s*/g, ' ');
  }

  begin(mark: string): void {
    this.end();
    this.mark = mark;
  }

  end(blankAfter = false): void {
    const line = this.open.trim();
    if (line !== '') this.done.push(`${this.mark}${line}`);
    if (line !== '') this.mark = '';
    this.open = '';
    if (blankAfter && this.done.length > 0 && this.done.at(-1) !== '') this.done.push('');
  }
}

/** The first lines of the cells stand beside each other (a date and its position); the rest follows below. */
function rowLines(cells: readonly Lines[]): string[] {
  const filled = cells.map(({ done }) => done.filter((line) => line !== '')).filter((lines) => lines.length > 0);
  return [filled.map(([first]) => first ?? '').join('\t'), ...filled.flatMap(([, ...rest]) => rest)];
}

interface State {
  current: Lines;
  readonly outer: Lines[];
  readonly rows: Lines[][];
}

const openers: Readonly<Record<string, (state: State) => void>> = {
  li: ({ current }) => current.begin('- '),
  tr: (state) => {
    state.current.end();
    state.rows.push([]);
  },
  td: (state) => {
    state.outer.push(state.current);
    state.current = new Lines();
  },
  br: ({ current }) => current.end(),
};

const closers: Readonly<Record<string, (state: State) => void>> = {
  p: ({ current, outer }) => current.end(outer.length === 0),
  li: ({ current }) => current.end(),
  ul: ({ current, outer }) => current.end(outer.length === 0),
  ol: ({ current, outer }) => current.end(outer.length === 0),
  td: (state) => {
    state.current.end();
    state.rows.at(-1)?.push(state.current);
    state.current = state.outer.pop() ?? state.current;
  },
  tr: (state) => {
    for (const line of rowLines(state.rows.pop() ?? [])) {
      state.current.add(line);
      state.current.end();
    }
  },
  table: ({ current }) => current.end(true),
};

const sameAs: Readonly<Record<string, string>> = { th: 'td', h1: 'p', h2: 'p', h3: 'p', h4: 'p', h5: 'p', h6: 'p' };

/** Plain text of mammoth's HTML. */
export function htmlToText(html: string): string {
  const state: State = { current: new Lines(), outer: [], rows: [] };
  for (const [, slash, tag, text] of html.matchAll(token)) {
    if (text !== undefined) state.current.add(decoded(text));
    const name = tag === undefined ? '' : (sameAs[tag.toLowerCase()] ?? tag.toLowerCase());
    if (name !== '') (slash === '/' ? closers : openers)[name]?.(state);
  }
  state.current.end();
  return `${state.current.done.join('\n').trim()}\n`;
}
