// Statements: left out, or the end of what comes after them.
import { type MutationOperator, replaced, type Replacement } from '../mutant';
import { childrenOf, functionOf, returnsVoid } from '../syntax';

/** Assignments and calls: barriers, which are calls, among them. */
export const droppedStatements: MutationOperator = {
  name: 'statement',
  replacementsOf: (node, source): Replacement[] => {
    const isDroppable =
      (node.name === 'ExpressionStatement' && source.slice(node.from, node.to) !== ';') || node.name === 'IfStatement';
    if (isDroppable) return [replaced(node, ';')];
    if (node.name !== 'ReturnStatement') return [];
    const definition = functionOf(node);
    return definition && returnsVoid(definition, source) ? [replaced(node, ';')] : [];
  },
};

/** Two statements in the other order, where one of them is a call: what is published, locked or sent too early or too late. */
export const swappedStatements: MutationOperator = {
  name: 'order',
  replacementsOf: (node, source): Replacement[] => {
    const next = node.name === 'ExpressionStatement' ? node.nextSibling : null;
    if (next?.name !== 'ExpressionStatement') return [];
    if (node.firstChild?.name !== 'CallExpression' && next.firstChild?.name !== 'CallExpression') return [];
    const text = [next, node].map(({ from, to }) => source.slice(from, to)).join(' ');
    return [{ from: node.from, to: next.to, text }];
  },
};

/** Loops and blocks left out, and what a variable begins with. */
export const droppedBlocks: MutationOperator = {
  name: 'block',
  replacementsOf: (node, source): Replacement[] => {
    if (/^(For|While|Do|Switch)Statement$/.test(node.name)) return [replaced(node, ';')];
    const [, value] = node.name === 'InitDeclarator' ? childrenOf(node) : [];
    if (value === undefined || value.name === 'InitializerList') return [];
    return source.slice(value.from, value.to) === '0' ? [] : [replaced(value, '0')];
  },
};

/** What a function returns, nothing instead, and one more. */
export const returns: MutationOperator = {
  name: 'return',
  replacementsOf: (node, source): Replacement[] => {
    const [, value] = node.name === 'ReturnStatement' ? childrenOf(node) : [];
    if (value === undefined) return [];
    const text = source.slice(value.from, value.to);
    if (value.name === 'Number') return [];
    return ['0', `(${text}) + 1`].map((other) => replaced(value, other));
  },
};

/** A function that ends before its last statement; a loop that ends after its first round. */
export const earlyEnds: MutationOperator = {
  name: 'early-end',
  replacementsOf: (node, source): Replacement[] => {
    const owner = node.parent?.name === 'CompoundStatement' ? node.parent.parent : null;
    if (owner === null || !/Statement$/.test(node.name) || node.nextSibling?.name !== '}') return [];
    if (/^(For|While|Do)Statement$/.test(owner.name)) return [{ from: node.to, to: node.to, text: ' break;' }];
    if (owner.name !== 'FunctionDefinition' || node.name === 'ReturnStatement') return [];
    return [{ from: node.from, to: node.from, text: returnsVoid(owner, source) ? 'return; ' : 'return 0; ' }];
  },
};
