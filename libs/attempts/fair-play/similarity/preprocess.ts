// What the preprocessor leaves of a source: directives carried out, macros expanded, so that it is compared as it is compiled.
import { type SourceToken } from './c-tokens';
import { constantValue } from './constant-expression';

/** So many tokens are handled at most; macros beyond stay as they are written. Counted, so that it is the same everywhere. */
export const mostExpanded = 300_000;
/** Macros within macros within macros; deeper ones stay as they are written. */
const deepest = 200;

/** The macros from whose expansion a token came: they are not expanded in it again. */
interface Hidden {
  readonly name: string;
  readonly depth: number;
  readonly outer: Hidden | undefined;
}

interface Token extends SourceToken {
  readonly hidden?: Hidden | undefined;
}

interface Macro {
  /** Undefined for a macro without parentheses. */
  readonly parameters: readonly string[] | undefined;
  readonly body: readonly SourceToken[];
}

/** A group of `#if`: `done` once a branch is known to be the one. */
interface Group {
  readonly outerOn: boolean;
  on: boolean;
  done: boolean;
}

/** The system's headers and the compiler define them; whether and as what is not looked up. */
const reserved = /^_|_(MAX|MIN|C|WIDTH)$|^(NULL|true|false|bool)$/;

function isHidden(name: string, hidden: Hidden | undefined): boolean {
  for (let one = hidden; one; one = one.outer) if (one.name === name) return true;
  return hidden !== undefined && hidden.depth >= deepest;
}

class Preprocessor {
  private readonly macros = new Map<string, Macro>();
  private readonly groups: Group[] = [];
  private left = mostExpanded;
  /** Arguments within arguments under way. */
  private nested = 0;

  constructor(private readonly isGiven: (name: string) => boolean) {}

  read(tokens: readonly SourceToken[]): SourceToken[] {
    const kept: SourceToken[] = [];
    let plain: SourceToken[] = [];
    const flush = (): void => {
      for (const token of this.expand(plain)) kept.push(token);
      plain = [];
    };
    for (let at = 0; at < tokens.length;) {
      const token = tokens[at];
      if (token?.text === '#' && token.startsLine) {
        let end = at + 1;
        while (tokens[end]?.startsLine === false) end += 1;
        flush();
        this.directive(tokens.slice(at + 1, end));
        at = end;
      } else {
        if (token && (this.groups.at(-1)?.on ?? true)) plain.push(token);
        at += 1;
      }
    }
    flush();
    return kept;
  }

  private directive([name, ...rest]: readonly SourceToken[]): void {
    const group = this.groups.at(-1);
    const on = group?.on ?? true;
    const [subject] = rest;
    switch (name?.text) {
      case 'if':
        return this.open(on, () => this.condition(rest));
      case 'ifdef':
        return this.open(on, () => this.isDefined(subject?.text ?? ''));
      case 'ifndef':
        return this.open(on, () => negated(this.isDefined(subject?.text ?? '')));
      case 'elif':
        return this.branch(group, () => this.condition(rest));
      case 'elifdef':
        return this.branch(group, () => this.isDefined(subject?.text ?? ''));
      case 'elifndef':
        return this.branch(group, () => negated(this.isDefined(subject?.text ?? '')));
      case 'else':
        return this.branch(group, () => 1);
      case 'endif':
        this.groups.pop();
        return;
      case 'undef':
        if (on) this.macros.delete(subject?.text ?? '');
        return;
      case 'define':
        if (on) this.define(rest);
        return;
    }
  }

  private open(outerOn: boolean, value: () => number | null): void {
    this.groups.push({ outerOn, on: false, done: false });
    this.branch(this.groups.at(-1), value);
  }

  /** A branch of which nothing is known is kept: it may be the one that is compiled. */
  private branch(group: Group | undefined, value: () => number | null): void {
    if (!group) return;
    const known = group.outerOn && !group.done ? value() : 0;
    group.on = known !== 0;
    group.done ||= known !== null && known !== 0;
  }

  private isDefined(name: string): number | null {
    if (this.macros.has(name)) return 1;
    return this.isGiven(name) || reserved.test(name) ? null : 0;
  }

  private condition(tokens: readonly SourceToken[]): number | null {
    const plain: SourceToken[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token) continue;
      if (token.text !== 'defined') {
        plain.push(token);
        continue;
      }
      const inParentheses = tokens[at + 1]?.text === '(';
      const defined = this.isDefined(tokens[at + (inParentheses ? 2 : 1)]?.text ?? '');
      plain.push(
        defined === null ? { ...token, text: '__unknown' } : { ...token, kind: 'number', text: String(defined) },
      );
      at += inParentheses ? 3 : 1;
    }
    return constantValue(this.expand(plain), (name) => (this.isGiven(name) || reserved.test(name) ? null : 0));
  }

  private define([name, ...rest]: readonly SourceToken[]): void {
    if (name?.kind !== 'word') return;
    // Only a parenthesis that touches the name opens parameters.
    if (rest[0]?.text !== '(' || rest[0].from !== name.to) {
      this.macros.set(name.text, { parameters: undefined, body: rest });
      return;
    }
    const end = rest.findIndex(({ text }) => text === ')');
    const words = rest.slice(1, end).filter(({ text }) => text !== ',');
    const parameters = words.map(({ text }) => (text === '...' ? '__VA_ARGS__' : text));
    this.macros.set(name.text, { parameters, body: end < 0 ? [] : rest.slice(end + 1) });
  }

  private expand(tokens: readonly Token[]): readonly Token[] {
    if (this.nested >= deepest) return tokens;
    this.nested += 1;
    const pending = tokens.toReversed();
    const kept: Token[] = [];
    for (let token = pending.pop(); token; token = pending.pop()) {
      this.left -= 1;
      const macro = token.kind === 'word' && this.left > 0 ? this.macros.get(token.text) : undefined;
      const expanded = macro && !isHidden(token.text, token.hidden) ? this.expansion(token, macro, pending) : undefined;
      if (!expanded) kept.push(token);
      else for (let at = expanded.length - 1; at >= 0; at -= 1) pending.push(expanded[at] ?? token);
    }
    this.nested -= 1;
    return kept;
  }

  /** Undefined where it is no use of the macro, or too much. */
  private expansion(token: Token, macro: Macro, pending: Token[]): Token[] | undefined {
    const read = macro.parameters ? this.readArguments(pending) : { parts: [], to: token.to };
    if (!read) return undefined;
    const hidden = { name: token.text, depth: (token.hidden?.depth ?? 0) + 1, outer: token.hidden };
    const place = { from: token.from, to: Math.max(token.to, read.to), startsLine: false, hidden };
    const last = (macro.parameters?.length ?? 0) - 1;
    const given = new Map(
      (macro.parameters ?? []).map((name, index) => {
        const parts =
          name === '__VA_ARGS__' && index === last ? read.parts.slice(index) : read.parts.slice(index, index + 1);
        return [name, parts.flatMap((part, at) => [...(at > 0 ? [comma] : []), ...part])];
      }),
    );
    const replaced = this.substitute(macro.body, given);
    return replaced?.map((one) => ({ ...one, ...place }));
  }

  private substitute(body: readonly SourceToken[], given: ReadonlyMap<string, Token[]>): Token[] | undefined {
    const ready = new Map<string, readonly Token[]>();
    const result: Token[] = [];
    for (let at = 0; at < body.length && result.length < this.left; at += 1) {
      const token = body[at];
      if (!token) continue;
      const [next, raw] = [body[at + 1], given.get(token.text)];
      if (token.text === '##' && next) {
        // The two at its sides are joined, both as they are written.
        const [first, ...others] = given.get(next.text) ?? [next];
        const before = result.pop();
        if (before && first) result.push({ ...before, text: before.text + first.text });
        else if (before ?? first) result.push(...[before ?? [], first ?? []].flat());
        for (const one of others) result.push(one);
        at += 1;
      } else if (token.text === '#' && next && given.has(next.text)) {
        result.push({ ...token, kind: 'text', text: '""' });
        at += 1;
      } else if (raw && next?.text === '##') for (const one of raw) result.push(one);
      else if (raw) {
        const expanded = ready.get(token.text) ?? this.expand(raw);
        ready.set(token.text, expanded);
        for (const one of expanded) result.push(one);
      } else result.push(token);
    }
    this.left -= result.length;
    return this.left > 0 ? result : undefined;
  }

  /** Takes them off `pending`; leaves it alone where there are none. */
  private readArguments(pending: Token[]): { parts: Token[][]; to: number } | undefined {
    if (pending.at(-1)?.text !== '(') return undefined;
    const parts: Token[][] = [[]];
    let depth = 0;
    for (let at = pending.length - 1; at >= 0 && this.left > 0; at -= 1) {
      const token = pending[at];
      if (!token) continue;
      this.left -= 1;
      if (token.text === '(') depth += 1;
      else if (token.text === ')') depth -= 1;
      if (depth === 0) {
        pending.length = at;
        return { parts, to: token.to };
      }
      if (token.text === ',' && depth === 1) parts.push([]);
      else if (depth > 1 || token.text !== '(') parts.at(-1)?.push(token);
    }
    return undefined;
  }
}

const comma: SourceToken = { kind: 'mark', text: ',', from: 0, to: 0, startsLine: false };

const negated = (value: number | null): number | null => (value === null ? null : Number(value === 0));

/** Tokens from a macro stand where its use stands. `isGiven`: names of the task's texts, which may be macros of theirs. */
export function preprocessed(
  tokens: readonly SourceToken[],
  isGiven: (name: string) => boolean,
): readonly SourceToken[] {
  return new Preprocessor(isGiven).read(tokens);
}
