// Where a program reads and writes: subscripts, steps of pointers and counters, arguments.
import { type MutationOperator, replaced, type Replacement } from '../mutant';
import { childrenOf, type SyntaxNode } from '../syntax';

export const subscripts: MutationOperator = {
  name: 'subscript',
  replacementsOf: (node, source): Replacement[] => {
    const [, , index] = node.name === 'SubscriptExpression' ? childrenOf(node) : [];
    if (index === undefined || index.name === 'Number') return [];
    const text = source.slice(index.from, index.to);
    return [replaced(index, `(${text}) + 1`), replaced(index, `(${text}) - 1`)];
  },
};

const isUnused = ({ parent }: SyntaxNode): boolean =>
  parent === null || ['ExpressionStatement', 'ForStatement', 'CommaExpression'].includes(parent.name);

/** `x++`: moved before or after the use of x, the other direction, and left out. */
export const updates: MutationOperator = {
  name: 'update',
  replacementsOf: (node, source): Replacement[] => {
    const [first, second] = node.name === 'UpdateExpression' ? childrenOf(node) : [];
    if (second === undefined) return [];
    const isBefore = first.name === 'UpdateOp';
    const text = ({ from, to }: SyntaxNode) => source.slice(from, to);
    const [sign, operand] = isBefore ? [text(first), text(second)] : [text(second), text(first)];
    const other = sign === '++' ? '--' : '++';
    const moved = isUnused(node) ? [] : [isBefore ? `${operand}${sign}` : `${sign}${operand}`];
    return [...moved, isBefore ? `${other}${operand}` : `${operand}${other}`, operand].map((t) => replaced(node, t));
  },
};

const argumentsOf = (node: SyntaxNode): SyntaxNode[] =>
  node.name === 'ArgumentList' ? childrenOf(node).filter(({ name }) => !['(', ')', ','].includes(name)) : [];

/** Neighbours among the arguments of a call, swapped. */
export const swappedArguments: MutationOperator = {
  name: 'swapped-arguments',
  replacementsOf: (node, source) => {
    const list = argumentsOf(node);
    const text = ({ from, to }: SyntaxNode) => source.slice(from, to);
    return list.slice(1).map((right, index) => {
      const left = list[index];
      return { from: left.from, to: right.to, text: `${text(right)}, ${text(left)}` };
    });
  },
};

/** A call becomes its first argument: a clamp or a minimum that is left out. */
export const droppedCalls: MutationOperator = {
  name: 'call',
  replacementsOf: (node, source) => {
    const list = node.name === 'CallExpression' ? node.getChild('ArgumentList') : null;
    if (!list || node.parent?.name === 'ExpressionStatement') return [];
    const [first] = argumentsOf(list);
    return [replaced(node, first === undefined ? '0' : `(${source.slice(first.from, first.to)})`)];
  },
};
