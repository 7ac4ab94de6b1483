// Comparisons. Three changes of each suffice: what they do not show, no other operator would (Kaminski, Ammann and Offutt, 2013).
import { type MutationOperator, replaced } from '../mutant';
import { childrenOf, isLoopCondition, type SyntaxNode } from '../syntax';

const others: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '!='],
  '>': ['>=', '!='],
  '<=': ['<', '=='],
  '>=': ['>', '=='],
  '==': ['<=', '>=', '!='],
  '!=': ['<', '>', '=='],
};

/** Whether an operation is a loop's condition or a part of one. */
const isPart = (condition: SyntaxNode): boolean =>
  condition.parent?.name === 'BinaryExpression' || condition.parent?.name === 'ParenthesizedExpression'
    ? isLoopCondition(condition) || isPart(condition.parent)
    : isLoopCondition(condition);

export const comparisons: MutationOperator = {
  name: 'comparison',
  replacementsOf: (node, source) => {
    if (node.name !== 'CompareOp' || node.parent === null) return [];
    const texts = others[source.slice(node.from, node.to)] ?? [];
    // A loop that counts by one ends at its bound or behind it, whichever of the two it asks for.
    const telling = isPart(node.parent) ? texts.filter((text) => text !== '!=') : texts;
    return telling.map((text) => replaced(node, text));
  },
};

/** The bound of a loop, one further and one nearer. */
export const loopBounds: MutationOperator = {
  name: 'loop-bound',
  replacementsOf: (node, source) => {
    const [left, operator, bound] = childrenOf(node);
    if (node.name !== 'BinaryExpression' || bound === undefined || !isPart(node)) return [];
    if (operator.name !== 'CompareOp' || left.name === 'AssignmentExpression') return [];
    const text = source.slice(bound.from, bound.to);
    return [replaced(bound, `(${text} + 1)`), replaced(bound, `(${text} - 1)`)];
  },
};
