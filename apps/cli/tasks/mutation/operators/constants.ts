// Constants: one more, one less, nothing.
import { type MutationOperator, replaced } from '../mutant';

const whole = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)([uUlL]*)$/;
const fraction = /^(\d*\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)([fFlL]?)$/;

/** The texts that a constant is replaced by; none when it is no number of C. */
function neighboursOf(text: string): string[] {
  const integer = whole.exec(text);
  if (integer) {
    const value = BigInt(integer[1]);
    const others = [value + 1n, value - 1n, 0n].filter((other) => other !== value);
    return [...new Set(others)].map((other) => (other < 0n ? `(${other})` : `${other}${integer[2]}`));
  }
  const real = fraction.exec(text);
  if (!real) return [];
  const value = Number(real[1]);
  const suffix = real[2];
  const others = [value + 1, value - 1, value * 1.001, 0].filter((other) => other !== value);
  return [...new Set(others)].map((other) => `(${Number.isInteger(other) ? other.toFixed(1) : other}${suffix})`);
}

export const constants: MutationOperator = {
  name: 'constant',
  replacementsOf: (node, source) =>
    node.name === 'Number' ? neighboursOf(source.slice(node.from, node.to)).map((text) => replaced(node, text)) : [],
};

/** Character constants count too: the neighbour in the table of characters. */
export const characters: MutationOperator = {
  name: 'character',
  replacementsOf: (node, source) => {
    if (node.name !== 'CharLiteral') return [];
    const text = source.slice(node.from, node.to);
    return [replaced(node, `(${text} + 1)`), replaced(node, `(${text} - 1)`)];
  },
};
