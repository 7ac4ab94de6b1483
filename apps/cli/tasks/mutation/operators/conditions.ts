// Conditions: forced, negated; the two ways of a choice, of which one is often the bound of a saturation.
import { type MutationOperator, replaced, type Replacement } from '../mutant';
import { ancestorOf, childrenOf, isLoopCondition, type SyntaxNode } from '../syntax';

/** The condition of an if, a loop or a choice; null for any other node. */
function conditionOf(node: SyntaxNode, source: string): { node: SyntaxNode; isLoop: boolean } | null {
  const { parent } = node;
  if (parent === null || !/Expression$|^Identifier$/.test(node.name)) return null;
  if (isLoopCondition(node)) return { node, isLoop: true };
  if (parent.name === 'ConditionClause' && parent.parent?.name === 'IfStatement') return { node, isLoop: false };
  const isChoice = parent.name === 'ConditionalExpression' && parent.firstChild?.from === node.from;
  return isChoice && !source.slice(node.from, node.to).includes(' = ') ? { node, isLoop: false } : null;
}

export const conditions: MutationOperator = {
  name: 'condition',
  replacementsOf: (node, source) => {
    const condition = conditionOf(node, source);
    if (condition === null) return [];
    const text = source.slice(node.from, node.to);
    // A loop that never ends says little and takes long.
    const others = condition.isLoop ? ['0'] : ['1', '0', `!(${text})`];
    return others.map((other) => replaced(node, other));
  },
};

/** `c ? a : b` becomes `a` and becomes `b`. */
export const choices: MutationOperator = {
  name: 'choice',
  replacementsOf: (node, source): Replacement[] => {
    const [condition, ...ways] = node.name === 'ConditionalExpression' ? childrenOf(node) : [];
    if (condition === undefined) return [];
    // The grammar binds `x = a > b ? c : d` to `(x = a > b) ? c : d`: what is assigned begins after the sign.
    const assigned = /^[^=!<>?]*[^=!<>?+*/%&|^-]=(?!=)\s*/.exec(source.slice(condition.from, condition.to));
    const from = node.from + (assigned === null ? 0 : assigned[0].length);
    return ways.map((way) => ({ from, to: node.to, text: source.slice(way.from, way.to) }));
  },
};

export const droppedElse: MutationOperator = {
  name: 'else',
  replacementsOf: (node): Replacement[] => {
    const branch = node.name === 'else' ? node.parent?.lastChild : null;
    return branch ? [{ from: node.from, to: branch.to, text: '' }] : [];
  },
};

/** `break` and `continue`: left out, and one for the other. */
export const jumps: MutationOperator = {
  name: 'jump',
  replacementsOf: (node): Replacement[] => {
    if (node.name !== 'BreakStatement' && node.name !== 'ContinueStatement') return [];
    const target = ancestorOf(node, (name) => /^(For|While|Do|Switch)Statement$/.test(name));
    const other = node.name === 'BreakStatement' ? 'continue;' : 'break;';
    return [replaced(node, ';'), ...(target?.name === 'SwitchStatement' ? [] : [replaced(node, other)])];
  },
};
