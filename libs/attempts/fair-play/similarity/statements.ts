// The functions of a program and the statements of a function: as much of C's syntax as comparing needs, and no more.
import type { SourceToken } from './c-tokens';

export type Tokens = readonly SourceToken[];

/** A piece of the outermost level. */
export interface Item {
  /** Names that it declares there; a function has one. */
  readonly names: readonly string[];
  /** Of a function, without its braces. Undefined for everything else. */
  readonly body: Tokens | undefined;
  readonly tokens: Tokens;
}

export type Statement =
  | { readonly kind: 'simple'; readonly tokens: Tokens }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  /** `if`, `else`, `while`, `for`, `switch`, and `do` with its condition at the end. */
  | { readonly kind: 'control'; readonly keyword: SourceToken; readonly head: Tokens; readonly body: Statement }
  /** `case 3:`, `default:`, `name:`. */
  | { readonly kind: 'label'; readonly tokens: Tokens };

/** Blocks in blocks; what is deeper is taken as one simple statement. */
const deepest = 100;

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** The index just behind the bracket that closes the one at `at`; the end where none does. */
export function behindBracket(tokens: Tokens, at: number): number {
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    const { kind, text } = tokens[index] ?? { kind: 'mark', text: '' };
    if (kind !== 'mark') continue;
    if (opening.has(text)) depth += 1;
    else if (closing.has(text)) depth -= 1;
    if (depth <= 0) return index + 1;
  }
  return tokens.length;
}

const aggregates = new Set(['struct', 'union', 'enum']);

/** Cuts the outermost level into functions and declarations. */
export function programItems(tokens: Tokens): Item[] {
  const items: Item[] = [];
  for (let start = 0; start < tokens.length;) {
    const item = readItem(tokens, start);
    items.push(item);
    start += item.tokens.length;
  }
  return items;
}

function readItem(tokens: Tokens, start: number): Item {
  const names: string[] = [];
  let [assigned, hasParameters] = [false, false];
  for (let at = start; at < tokens.length;) {
    const { text, kind } = tokens[at] ?? { text: '', kind: 'mark' };
    if (kind === 'word' && !assigned && '([=;,)'.includes(tokens[at + 1]?.text ?? 'none')) names.push(text);
    if (text === ';') return { names, body: undefined, tokens: tokens.slice(start, at + 1) };
    if (text === '=' || text === ',') assigned = text === '=';
    hasParameters ||= text === '(';
    const isAggregate = [1, 2].some((back) => aggregates.has(tokens[at - back]?.text ?? ''));
    const end = kind === 'mark' && opening.has(text) ? behindBracket(tokens, at) : at + 1;
    if (text === '{' && hasParameters && !assigned && !isAggregate)
      return { names: names.slice(0, 1), body: tokens.slice(at + 1, end - 1), tokens: tokens.slice(start, end) };
    at = end;
  }
  return { names, body: undefined, tokens: tokens.slice(start) };
}

/** `int a = 1, b = 2` as `int a = 1` and `int b = 2`. */
function declarators(tokens: Tokens): Tokens[] {
  const [type, second, third] = tokens;
  const isDeclaration =
    type?.kind === 'word' &&
    type.text !== 'return' &&
    (second?.kind === 'word' || (second?.text === '*' && third?.kind === 'word'));
  if (!isDeclaration) return [tokens];
  const parts: Tokens[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length;) {
    const { kind, text } = tokens[at] ?? type;
    if (text === ',') {
      parts.push(tokens.slice(start, at));
      start = at + 1;
    }
    at = kind === 'mark' && opening.has(text) ? behindBracket(tokens, at) : at + 1;
  }
  return [...parts, tokens.slice(start)].map((part, index) => (index === 0 ? part : [type, ...part]));
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: Tokens) {}

  all(): Statement[] {
    const found: Statement[] = [];
    while (this.at < this.tokens.length) {
      for (const one of this.list(0)) found.push(one);
      // A closing brace without an opening one.
      this.at += 1;
    }
    return found;
  }

  private get text(): string {
    return this.tokens[this.at]?.text ?? '';
  }

  private list(depth: number): Statement[] {
    const found: Statement[] = [];
    while (this.at < this.tokens.length && this.text !== '}') {
      const one = this.statement(depth);
      if (one.kind === 'simple') for (const tokens of declarators(one.tokens)) found.push({ kind: 'simple', tokens });
      else found.push(one);
    }
    return found;
  }

  private statement(depth: number): Statement {
    if (depth >= deepest) return this.simple();
    const keyword = this.tokens[this.at];
    const next = this.tokens[this.at + 1]?.text;
    switch (keyword?.text) {
      case '{': {
        this.at += 1;
        const body = this.list(depth + 1);
        this.at += 1;
        return { kind: 'block', body };
      }
      case 'if':
      case 'while':
      case 'for':
      case 'switch':
        if (next !== '(') return this.simple();
        this.at += 1;
        return { kind: 'control', keyword, head: this.parentheses(), body: this.statement(depth + 1) };
      case 'else':
        this.at += 1;
        return { kind: 'control', keyword, head: [], body: this.statement(depth + 1) };
      case 'do':
        this.at += 1;
        return this.doLoop(keyword, depth);
      case 'case':
      case 'default':
        return this.label();
    }
    return keyword?.kind === 'word' && next === ':' ? this.label() : this.simple();
  }

  private doLoop(keyword: SourceToken, depth: number): Statement {
    const body = this.statement(depth + 1);
    if (this.tokens[this.at]?.text !== 'while') return { kind: 'control', keyword, head: [], body };
    this.at += 1;
    const head = this.parentheses();
    if (this.text === ';') this.at += 1;
    return { kind: 'control', keyword, head, body };
  }

  private parentheses(): Tokens {
    const start = this.at;
    this.at = behindBracket(this.tokens, start);
    return this.tokens.slice(start + 1, this.at - 1);
  }

  private label(): Statement {
    const start = this.at;
    while (this.at < this.tokens.length && ![':', ';', '{', '}'].includes(this.text)) this.at += 1;
    if (this.text === ':') this.at += 1;
    return { kind: 'label', tokens: this.tokens.slice(start, this.at) };
  }

  /** Without its semicolon. */
  private simple(): Statement {
    const start = this.at;
    while (this.at < this.tokens.length && this.text !== ';' && this.text !== '}') {
      const isOpening = this.tokens[this.at]?.kind === 'mark' && opening.has(this.text);
      this.at = isOpening ? behindBracket(this.tokens, this.at) : this.at + 1;
    }
    const tokens = this.tokens.slice(start, this.at);
    if (this.text === ';') this.at += 1;
    return { kind: 'simple', tokens };
  }
}

/** Whatever the tokens are, each ends in a statement or is a brace or semicolon between two. */
export function statementsOf(body: Tokens): Statement[] {
  return new Parser(body).all();
}
