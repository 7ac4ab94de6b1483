// A C program as it is compared: per function the tokens of what it does. Names, numbers, types and layout are gone.
import { type SourceToken, sourceTokens } from './c-tokens';
import { type Bodies, withoutDeadCode } from './dead-code';
import { preprocessed } from './preprocess';
import { behindBracket, type Item, programItems, type Statement, statementsOf, type Tokens } from './statements';

/** One token: what it is compared as, and where it stands in the source, in characters. */
export interface ProgramToken {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

const keywords = new Set([
  ...['if', 'else', 'for', 'while', 'do', 'switch', 'case', 'default', 'break', 'continue', 'goto', 'return'],
  'sizeof',
]);
/** They change nothing in what a program does, or nothing that is compared. */
const skipped = new Set([
  ...['static', 'inline', '__inline', '__inline__', 'const', 'volatile', 'restrict', '__restrict', '__restrict__'],
  ...['register', 'extern', 'auto', '_Noreturn', '_Thread_local', '__extension__', 'signed', 'unsigned'],
]);
const withParentheses = new Set(['__attribute__', '__declspec', '_Pragma', '_Alignas', 'alignas', '_Static_assert']);
const typeNames = /^(void|char|short|int|long|float|double|bool|_Bool|struct|union|enum|\w+_t)$/;

/** A constant may become a macro, an enumerator or a variable: all are operands. */
const operand = 'x';

const isOperand = ({ kind, text }: SourceToken): boolean => kind !== 'mark' && !keywords.has(text);

/** Without attributes, which may stand anywhere. */
function withoutAttributes(tokens: Tokens): Tokens {
  const kept: SourceToken[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token && withParentheses.has(token.text)) at = behindBracket(tokens, at + 1);
    else {
      if (token) kept.push(token);
      at += 1;
    }
  }
  return kept;
}

/** `(int8_t)`, `(const struct frame *)`: the number of tokens of a cast at `at`, or 0. */
function castAt(tokens: Tokens, at: number): number {
  if (tokens[at]?.text !== '(') return 0;
  let end = at + 1;
  let isType = false;
  for (; end < tokens.length; end += 1) {
    const { kind, text } = tokens[end] ?? { kind: 'mark', text: '' };
    isType ||= typeNames.test(text) || skipped.has(text);
    if (kind !== 'word' && text !== '*') break;
    isType ||= text === '*' && tokens[end + 1]?.text === ')';
  }
  return isType && tokens[end]?.text === ')' && tokens[at - 1]?.text !== 'sizeof' ? end + 1 - at : 0;
}

/** How many tokens at the start of a declaration are its type. */
function typeLength(tokens: Tokens): number {
  let end = 0;
  while (tokens[end] && (tokens[end]?.kind === 'word' || (end > 0 && tokens[end]?.text === '*'))) end += 1;
  const head = tokens.slice(0, end);
  if (head.some(({ text }) => keywords.has(text))) return 0;
  return head.length > 1 && head.at(-1)?.kind === 'word' ? head.length - 1 : 0;
}

/** Braces of a table under way: where its tokens begin, and whether all of them are constants. */
interface Table {
  readonly start: number;
  readonly from: number;
  isConstant: boolean;
}

/** `{ 1, 2, "a" }` is one constant, whatever its length. */
function closeTable(tables: Table[], to: number, into: ProgramToken[]): void {
  const table = tables.pop();
  const outer = tables.at(-1);
  if (table?.isConstant) into.splice(table.start, Infinity, { kind: operand, from: table.from, to });
  else if (outer) outer.isConstant = false;
}

/** A minus before a number is part of it. */
function isSignAt(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (tokens[at]?.text !== '-' || tokens[at + 1]?.kind !== 'number') return false;
  return !before || !(isOperand(before) || ')]'.includes(before.text));
}

/** Marks and operands of an expression. Parentheses and braces are a matter of style. */
function plain(tokens: Tokens, into: ProgramToken[], start = 0): void {
  const tables: Table[] = [];
  for (let at = start; at < tokens.length; at += 1) {
    const cast = castAt(tokens, at);
    if (cast > 0) {
      at += cast - 1;
      continue;
    }
    const token = tokens[at];
    if (!token) continue;
    const { kind, text, from, to } = token;
    const table = tables.at(-1);
    if (text === '{') tables.push({ start: into.length, from, isConstant: true });
    else if (text === '}') closeTable(tables, to, into);
    else if (!'()'.includes(text) && !isSignAt(tokens, at) && !skipped.has(text)) {
      if (table && kind === 'word' && !/^[A-Z][A-Z0-9_]*$/.test(text)) table.isConstant = false;
      into.push({ kind: isOperand(token) ? operand : text, from, to });
    }
  }
}

function flatten(statements: readonly Statement[], into: ProgramToken[]): void {
  for (const statement of statements) {
    if (statement.kind === 'block') flatten(statement.body, into);
    else if (statement.kind === 'control') {
      const { text, from, to } = statement.keyword;
      into.push({ kind: text, from, to });
      plain(statement.head, into, text === 'for' ? typeLength(statement.head) : 0);
      flatten([statement.body], into);
    } else {
      plain(statement.tokens, into, typeLength(statement.tokens));
      const { from, to } = statement.tokens.at(-1) ?? { from: 0, to: 0 };
      if (statement.kind === 'simple') into.push({ kind: ';', from, to });
    }
  }
}

const wordsOf = (tokens: Tokens): string[] => tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text);

function wordsIn(statements: readonly Statement[]): string[] {
  return statements.flatMap((one): string[] => {
    if (one.kind === 'block') return wordsIn(one.body);
    return one.kind === 'control' ? [...wordsOf(one.head), ...wordsIn([one.body])] : wordsOf(one.tokens);
  });
}

/** Everything that `roots` use, and what that uses. */
function reachable(roots: readonly string[], uses: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set(roots);
  const read = new Set<ReadonlySet<string>>();
  for (const name of found) {
    const words = uses.get(name);
    if (!words || read.has(words)) continue;
    read.add(words);
    for (const used of words) if (uses.has(used)) found.add(used);
  }
  return found;
}

/** The functions that the task calls: those whose names its texts have. Without any, all that are no helpers of the file. */
function rootsOf(items: readonly Item[], given: ReadonlySet<string>): string[] {
  const functions = items.filter(({ body }) => body);
  const called = functions.filter(({ names }) => given.has(names[0] ?? ''));
  const open = functions.filter(({ tokens }) => !tokens.some(({ text }) => text === 'static'));
  const roots = called.length > 0 ? called : open.length > 0 ? open : functions;
  return roots.map(({ names }) => names[0] ?? '');
}

/** Of an unknown value. */
const aConstant = { kind: 'number', text: 'constant' } as const;

/** Enumerators, and what is declared `const` with a value. */
function constantsOf({ names, tokens }: Item): readonly string[] {
  const isEnum = tokens.some(({ text }) => text === 'enum');
  if (isEnum && tokens.some(({ text }) => text === '{'))
    return tokens
      .filter(({ kind }, at) => kind === 'word' && '{,'.includes(tokens[at - 1]?.text ?? 'none'))
      .map(({ text }) => text);
  return tokens.some(({ text }) => text === 'const') && !tokens.some(({ text }) => '([{'.includes(text)) ? names : [];
}

/** The names in a text. */
export function namesIn(source: string): string[] {
  return wordsOf(sourceTokens(source));
}

/** The statements of each function. Where it is unknown which of two branches is compiled, a name has those of both. */
function bodiesOf(items: readonly Item[], constants: ReadonlySet<string>): Bodies {
  const bodies = new Map<string, Statement[]>();
  for (const { names, body } of items) {
    const [name = ''] = names;
    if (!body) continue;
    const tokens = body.map((token) => (constants.has(token.text) ? { ...token, ...aConstant } : token));
    const known = bodies.get(name) ?? [];
    for (const statement of statementsOf(tokens)) known.push(statement);
    bodies.set(name, known);
  }
  return bodies;
}

function onlyReachable(bodies: Bodies, roots: readonly string[], variables: readonly Item[]): Bodies {
  const uses = new Map([...bodies].map(([name, statements]) => [name, new Set(wordsIn(statements))]));
  for (const { names, tokens } of variables) {
    const words = new Set(wordsOf(tokens));
    for (const name of names) uses.set(name, words);
  }
  const kept = reachable(roots, uses);
  return new Map([...bodies].filter(([name]) => kept.has(name)));
}

/**
 * The functions of a program that the task can reach, each as the tokens of what it does, in the order of the source.
 * `given` are the names in what everybody was given.
 */
export function programTokens(source: string, given: ReadonlySet<string> = new Set()): ProgramToken[][] {
  const items = programItems(withoutAttributes(preprocessed(sourceTokens(source), (name) => given.has(name))));
  const variables = items.filter(({ body }) => !body);
  const own = new Set(variables.flatMap(({ names }) => names).filter((name) => !given.has(name)));
  const roots = rootsOf(items, given);
  let bodies = bodiesOf(items, new Set(variables.flatMap(constantsOf)));
  // The second time without what only unreachable functions read, and what only dead code called.
  for (let round = 0; round < 2; round += 1) bodies = withoutDeadCode(onlyReachable(bodies, roots, variables), own);
  return [...onlyReachable(bodies, roots, variables).values()].map((statements) => {
    const tokens: ProgramToken[] = [];
    flatten(statements, tokens);
    return tokens;
  });
}
