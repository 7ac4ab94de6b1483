// Takes out what does nothing: it pads a program without changing it, and would hide what is the same.
import type { SourceToken } from './c-tokens';
import { constantValue } from './constant-expression';
import type { Statement, Tokens } from './statements';

/** What is only used by what does nothing goes one round later; nobody pads deeper by hand. */
const rounds = 6;

const assignments = new Set(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=']);
const steps = new Set(['++', '--']);
const leaving = new Set(['return', 'break', 'continue', 'goto']);
const notCalled = new Set(['sizeof', '_Alignof', 'alignof', 'if', 'while', 'for', 'switch', 'return']);

/** A function's statements under its name. */
export type Bodies = ReadonlyMap<string, readonly Statement[]>;

const isWord = (token: SourceToken | undefined): boolean => token?.kind === 'word';

function isCallAt(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.text !== '(') return false;
  const before = tokens[at - 1];
  return before?.text === ')' || before?.text === ']' || (isWord(before) && !notCalled.has(before?.text ?? ''));
}

/** What writes, calls or leaves. Everything else is a value that nobody takes, or a declaration. */
function effects(tokens: Tokens): number[] {
  return [...tokens.keys()].filter((at) => {
    const text = tokens[at]?.text ?? '';
    return assignments.has(text) || steps.has(text) || leaving.has(text) || isCallAt(tokens, at);
  });
}

/** The name that a statement writes, when that is all it does: `int a = b;`, `a += 2;`, `a++;`. */
function onlyWritten(tokens: Tokens): string | undefined {
  const [at, ...others] = effects(tokens);
  if (at === undefined || others.length > 0) return undefined;
  const text = tokens[at]?.text ?? '';
  if (steps.has(text)) {
    const [one] = tokens.filter((_, index) => index !== at);
    return tokens.length === 2 && isWord(one) ? one?.text : undefined;
  }
  if (!assignments.has(text)) return undefined;
  const open = tokens.findIndex((token) => token.text === '[');
  const isArray = open >= 0 && open < at;
  const target = tokens.slice(0, isArray ? open : at);
  const words = target.filter(isWord).length;
  // `*p = 3` writes elsewhere; `int *p = q` does not. Of arrays only the declaration is one: `p[0] = 3` may write elsewhere.
  if (!target.every((token) => isWord(token) || token.text === '*') || !isWord(target[0])) return undefined;
  if (isArray && words < 2) return undefined;
  return isWord(target.at(-1)) ? target.at(-1)?.text : undefined;
}

function withoutVoid(tokens: Tokens): Tokens {
  const isVoid = tokens[0]?.text === '(' && tokens[1]?.text === 'void' && tokens[2]?.text === ')';
  return isVoid ? tokens.slice(3) : tokens;
}

/** `const int limit = 127;` is another way to write a macro or an enumerator. */
function isConstant(tokens: Tokens): boolean {
  const at = tokens.findIndex(({ text }) => text === '=');
  if (at < 0 || !tokens.slice(0, at).some(({ text }) => text === 'const')) return false;
  return tokens.slice(at + 1).every((token) => !isWord(token) || /^[A-Z][A-Z0-9_]*$|^sizeof$|_t$/.test(token.text));
}

function isIdle(tokens: Tokens, emptyFunctions: ReadonlySet<string>): boolean {
  const value = withoutVoid(tokens);
  const found = effects(value);
  if (found.length === 0 || isConstant(value)) return true;
  return found.length === 1 && found[0] === 1 && emptyFunctions.has(value[0]?.text ?? '') && value.at(-1)?.text === ')';
}

function leaves(statement: Statement | undefined): boolean {
  if (statement?.kind === 'block') return leaves(statement.body.at(-1));
  return statement?.kind === 'simple' && leaving.has(statement.tokens[0]?.text ?? '');
}

/** Null when it hangs on a name. */
const conditionOf = (head: Tokens): number | null => constantValue(head, () => null);

function hasLabel(statement: Statement): boolean {
  if (statement.kind === 'block') return statement.body.some(hasLabel);
  return statement.kind === 'label' || (statement.kind === 'control' && hasLabel(statement.body));
}

/** A `break` at the end of `do … while (0)` does nothing. */
function withoutBreak(body: Statement[]): Statement[] {
  const last = body.at(-1);
  return last?.kind === 'simple' && last.tokens[0]?.text === 'break' ? body.slice(0, -1) : body;
}

class Cleaner {
  constructor(
    private readonly emptyFunctions: ReadonlySet<string>,
    private readonly deadNames: ReadonlySet<string>,
    private readonly usedLabels: ReadonlySet<string>,
  ) {}

  list(statements: readonly Statement[]): Statement[] {
    const kept: Statement[] = [];
    let [unreachable, elseOnly] = [false, false];
    for (const statement of statements) {
      // A label deep inside can be reached from elsewhere.
      unreachable &&= !hasLabel(statement);
      const isElse = statement.kind === 'control' && statement.keyword.text === 'else';
      const cleaned = unreachable ? [] : this.one(isElse && elseOnly ? statement.body : statement);
      elseOnly = statement.kind === 'control' && statement.keyword.text === 'if' && conditionOf(statement.head) === 0;
      for (const one of cleaned) kept.push(one);
      unreachable ||= leaves(cleaned.at(-1));
    }
    return kept;
  }

  private one(statement: Statement): Statement[] {
    switch (statement.kind) {
      case 'block':
        return this.list(statement.body);
      case 'label': {
        const [name] = statement.tokens;
        const isUnused = statement.tokens.length === 2 && name?.text !== 'default';
        return isUnused && !this.usedLabels.has(name?.text ?? '') ? [] : [statement];
      }
      case 'simple': {
        const name = onlyWritten(statement.tokens);
        const isDead = name !== undefined && this.deadNames.has(name);
        return isDead || isIdle(statement.tokens, this.emptyFunctions) ? [] : [statement];
      }
      case 'control':
        return this.control(statement);
    }
  }

  private control(statement: Statement & { kind: 'control' }): Statement[] {
    const keyword = statement.keyword.text;
    const value = keyword === 'if' || keyword === 'while' || keyword === 'do' ? conditionOf(statement.head) : null;
    const isKept = keyword === 'do' || hasLabel(statement.body);
    if (value === 0 && !isKept) return [];
    const body = this.list([statement.body]);
    // `if (1)` and the `do … while (0)` of macros are their body.
    const isPlain = (keyword === 'if' && value !== null && value !== 0) || (keyword === 'do' && value === 0);
    if (isPlain) return keyword === 'do' && leaves(body.at(-1)) ? withoutBreak(body) : body;
    const isEmpty = body.length === 0 && effects(statement.head).length === 0;
    if (isEmpty && (keyword === 'if' || keyword === 'else')) return [];
    return [{ ...statement, body: { kind: 'block', body } }];
  }
}

function visit(statements: readonly Statement[], each: (tokens: Tokens, isSimple: boolean) => void): void {
  for (const statement of statements) {
    if (statement.kind === 'block') visit(statement.body, each);
    else if (statement.kind === 'control') {
      each(statement.head, false);
      visit([statement.body], each);
    } else each(statement.tokens, statement.kind === 'simple');
  }
}

/** Names that are written and never read. */
function neverRead(functions: readonly (readonly Statement[])[]): ReadonlySet<string> {
  const reads = new Map<string, number>();
  const written = new Set<string>();
  for (const statements of functions)
    visit(statements, (tokens, isSimple) => {
      const name = isSimple ? onlyWritten(tokens) : undefined;
      if (name !== undefined) written.add(name);
      for (const { kind, text } of isIdle(tokens, new Set()) && isSimple ? [] : tokens)
        if (kind === 'word' && text !== name) reads.set(text, (reads.get(text) ?? 0) + 1);
    });
  return new Set([...written].filter((name) => !reads.has(name)));
}

function declaredIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  visit(statements, (tokens) => {
    for (let at = 1; at < tokens.length; at += 1) {
      const before = tokens[at - 1];
      const declares = isWord(before) || (before?.text === '*' && isWord(tokens[at - 2]));
      if (declares && isWord(tokens[at])) names.add(tokens[at]?.text ?? '');
    }
  });
  return names;
}

function labelsUsed(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  visit(statements, (tokens) => {
    for (const [at, { text }] of tokens.entries()) if (text === 'goto') names.add(tokens[at + 1]?.text ?? '');
  });
  return names;
}

function sizeOf(bodies: Bodies): number {
  let size = 0;
  for (const statements of bodies.values()) visit(statements, (tokens) => (size += tokens.length + 1));
  return size;
}

/** `fileNames`: variables of the file that nobody else can read. */
export function withoutDeadCode(bodies: Bodies, fileNames: ReadonlySet<string>): Bodies {
  let current = bodies;
  let emptyFunctions: ReadonlySet<string> = new Set();
  let size = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const deadInFile = [...neverRead([...current.values()])].filter((name) => fileNames.has(name));
    const empty = emptyFunctions;
    current = new Map(
      [...current].map(([name, statements]) => {
        const declared = declaredIn(statements);
        const dead = [...neverRead([statements])].filter((one) => declared.has(one));
        const cleaner = new Cleaner(empty, new Set([...deadInFile, ...dead]), labelsUsed(statements));
        return [name, cleaner.list(statements)];
      }),
    );
    const left = sizeOf(current);
    if (left === size) break;
    size = left;
    emptyFunctions = new Set([...current].filter(([, statements]) => statements.length === 0).map(([name]) => name));
  }
  return current;
}
