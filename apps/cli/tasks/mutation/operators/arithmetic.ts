// Operators of arithmetic, of bits and of logic: swapped for another, or left out with one of their operands.
import { type MutationOperator, replaced, type Replacement } from '../mutant';
import { childrenOf, type SyntaxNode } from '../syntax';

const others: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['+', '/'],
  '/': ['*'],
  '%': ['/'],
  '&': ['|', '^'],
  '|': ['&', '^'],
  '^': ['|', '&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['+=', '='],
  '/=': ['*=', '='],
  '%=': ['/=', '='],
  '&=': ['|=', '='],
  '|=': ['&=', '='],
  '^=': ['|=', '='],
  '<<=': ['>>=', '='],
  '>>=': ['<<=', '='],
};
const operatorNames = new Set(['ArithOp', 'BitOp', 'LogicOp', 'UpdateOp']);
const oneWay = new Set(['-', '/', '%', '<<', '>>']);

interface Binary {
  readonly left: SyntaxNode;
  readonly operator: string;
  readonly right: SyntaxNode;
}

/** The parts of an operation with two operands; null for anything else, and for what the grammar binds to an assignment. */
export function binaryOf(node: SyntaxNode, source: string): Binary | null {
  if (node.name !== 'BinaryExpression') return null;
  const [left, operator, right] = childrenOf(node);
  if (right === undefined || left.name === 'AssignmentExpression') return null;
  return { left, operator: source.slice(operator.from, operator.to), right };
}

export const operators: MutationOperator = {
  name: 'operator',
  replacementsOf: (node, source) => {
    const isBetween = node.parent?.name === 'BinaryExpression' || node.parent?.name === 'AssignmentExpression';
    if (!isBetween || !operatorNames.has(node.name)) return [];
    return (others[source.slice(node.from, node.to)] ?? []).map((text) => replaced(node, text));
  },
};

/** `a + b` becomes `a` and becomes `b`: this also drops the constant that a shift rounds by, and one half of a condition. */
export const droppedOperands: MutationOperator = {
  name: 'operand',
  replacementsOf: (node, source) => {
    const binary = binaryOf(node, source);
    if (binary === null || /^([<>]=?|[=!]=)$/.test(binary.operator)) return [];
    const text = ({ from, to }: SyntaxNode) => source.slice(from, to);
    return [replaced(node, text(binary.left)), replaced(node, text(binary.right))];
  },
};

export const swappedOperands: MutationOperator = {
  name: 'swapped-operands',
  replacementsOf: (node, source) => {
    const binary = binaryOf(node, source);
    if (binary === null || !oneWay.has(binary.operator)) return [];
    const text = ({ from, to }: SyntaxNode) => `(${source.slice(from, to)})`;
    return [replaced(node, `${text(binary.right)} ${binary.operator} ${text(binary.left)}`)];
  },
};

/** What is shifted to the right or divided, one more and one less: rounding that is off by its last unit. */
export const rounding: MutationOperator = {
  name: 'rounding',
  replacementsOf: (node, source) => {
    const binary = binaryOf(node, source);
    if (binary === null || (binary.operator !== '>>' && binary.operator !== '/')) return [];
    const text = source.slice(binary.left.from, binary.left.to);
    return [replaced(binary.left, `(${text} + 1)`), replaced(binary.left, `(${text} - 1)`)];
  },
};

/** `!x`, `-x` and `~x` become `x`. */
export const droppedSigns: MutationOperator = {
  name: 'sign',
  replacementsOf: (node): Replacement[] => {
    const [sign, operand] = node.name === 'UnaryExpression' ? childrenOf(node) : [];
    return operand === undefined ? [] : [{ from: sign.from, to: operand.from, text: '' }];
  },
};
