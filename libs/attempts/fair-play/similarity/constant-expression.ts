// The value of a constant integer expression, as far as the source alone tells it.
import type { SourceToken } from './c-tokens';

/** Deeper expressions have no value: nobody writes them, and reading them must not exhaust the stack. */
const deepest = 60;

type Value = number | null;

const precedence: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ '||': 1, '&&': 2, '|': 3, '^': 4, '&': 5, '==': 6, '!=': 6, '<': 7, '>': 7, '<=': 7, '>=': 7 },
    ...{ '<<': 8, '>>': 8, '+': 9, '-': 9, '*': 10, '/': 10, '%': 10 },
  }),
);

const operations: Readonly<Record<string, (left: number, right: number) => number>> = {
  '|': (left, right) => left | right,
  '^': (left, right) => left ^ right,
  '&': (left, right) => left & right,
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => Math.trunc(left / right),
  '%': (left, right) => left % right,
};

/** `&&` and `||` have a value as soon as one side decides. */
function apply(mark: string, left: Value, right: Value): Value {
  if (mark === '&&' || mark === '||') {
    const deciding = mark === '||';
    const decided = [left, right].some((side) => side !== null && (side !== 0) === deciding);
    if (decided) return Number(deciding);
    return left === null || right === null ? null : Number(!deciding);
  }
  const value = left === null || right === null ? undefined : operations[mark]?.(left, right);
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function numberOf(text: string): Value {
  const digits = text.replaceAll("'", '').replace(/[uUlLzZ]+$/, '');
  const value = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
  return Number.isFinite(value) ? value : null;
}

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly SourceToken[],
    private readonly valueOf: (name: string) => Value,
  ) {}

  whole(): Value {
    const value = this.choice(0);
    return this.at === this.tokens.length ? value : null;
  }

  private take(text: string): boolean {
    const taken = this.tokens[this.at]?.text === text;
    if (taken) this.at += 1;
    return taken;
  }

  private choice(depth: number): Value {
    const condition = this.binary(1, depth);
    if (depth > deepest || !this.take('?')) return condition;
    const [yes, colon] = [this.choice(depth + 1), this.take(':')];
    const no = this.choice(depth + 1);
    return condition === null || !colon ? null : condition === 0 ? no : yes;
  }

  private binary(weakest: number, depth: number): Value {
    let left = this.unary(depth + 1);
    for (;;) {
      const mark = this.tokens[this.at]?.text ?? '';
      const strength = precedence.get(mark) ?? 0;
      if (strength < weakest) return left;
      this.at += 1;
      left = apply(mark, left, this.binary(strength + 1, depth + 1));
    }
  }

  private unary(depth: number): Value {
    const token = this.tokens[this.at];
    if (!token || depth > deepest) return null;
    this.at += 1;
    if (token.text === '(') {
      const value = this.choice(depth + 1);
      return this.take(')') ? value : null;
    }
    if (token.kind === 'number') return numberOf(token.text);
    if (token.kind === 'word') return this.valueOf(token.text);
    const value = '+-!~'.includes(token.text) ? this.unary(depth + 1) : null;
    if (value === null) return null;
    return token.text === '!' ? Number(value === 0) : token.text === '-' ? -value : token.text === '~' ? ~value : value;
  }
}

/** Null where it is no such expression or hangs on a name of which `valueOf` knows no value. */
export function constantValue(tokens: readonly SourceToken[], valueOf: (name: string) => Value): Value {
  return new Reader(tokens, valueOf).whole();
}
