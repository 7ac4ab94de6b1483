// How a typed number reads, while it is typed: advice only, the server's reading counts. Pure.

/** `hint` is a sentence beside the field; `wrong` means that it cannot be read as a number as it stands. */
export interface NumberReading {
  readonly wrong: boolean;
  readonly hint: string;
}

const decimal = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`;
const plain = new RegExp(`^${decimal}$`);
const hex = /^[+-]?0[xX][0-9a-fA-F]+$/;
const pair = new RegExp(String.raw`^(${decimal})\s*([/^])\s*(${decimal})$`);
/** Products, brackets and a unit at the end are read by the server too. */
const readable = /^[\d\s.+\-*/^()xXeEa-fA-F]+(?:\s*[%µμa-zA-Z/²³]+)?$/;

/** Null: nothing to say about it (nothing typed, or a form that only the server reads). */
export function readNumber(typed: string, significantDigits: number | null): NumberReading | null {
  const text = typed.trim().replace(/[−–]/g, '-');
  if (text === '') return null;
  if (text.includes(',')) return { wrong: true, hint: 'Write decimals with a point and no thousands separators.' };
  const value = valueOf(text);
  if (value === null) {
    return readable.test(text) && /\d/.test(text)
      ? null
      : { wrong: true, hint: 'This does not read as a number. Try 0.0078125, 1/128, 2^-7, 7.8125e-3 or 0x4B.' };
  }
  if (!Number.isFinite(value)) return { wrong: true, hint: 'This is not a finite number.' };
  if (!plain.test(text)) return { wrong: false, hint: `Reads as ${shown(value)}.` };
  const digits = significantDigitsOf(text);
  if (significantDigits !== null && digits < significantDigits && value !== 0) {
    return { wrong: false, hint: `${digits} of ${significantDigits} significant digits so far.` };
  }
  return { wrong: false, hint: '' };
}

/** Digits that carry meaning: leading zeros do not, zeros after the point do. */
export function significantDigitsOf(text: string): number {
  const mantissa = text.replace(/^[+-]/, '').replace(/[eE].*$/, '');
  return mantissa.replace('.', '').replace(/^0+/, '').length;
}

function valueOf(text: string): number | null {
  if (plain.test(text)) return Number(text);
  if (hex.test(text)) {
    const size = Number(text.replace(/^[+-]/, ''));
    return text.startsWith('-') ? -size : size;
  }
  const found = pair.exec(text);
  if (!found) return null;
  const [, left, operator, right] = found;
  if (operator === '/') return Number(left) / Number(right);
  // A sign binds weaker than the power: -2^2 is -4.
  return left?.startsWith('-') ? -(Number(left.slice(1)) ** Number(right)) : Number(left) ** Number(right);
}

function shown(value: number): string {
  return String(Number(value.toPrecision(12)));
}
