// Derives the mutants of a C source over its syntax tree. Pure: the same source gives the same mutants in the same order.
import { createHash } from 'node:crypto';
import { type Mutant, type MutationOperator, type Replacement } from './mutant';
import { droppedOperands, droppedSigns, operators, rounding, swappedOperands } from './operators/arithmetic';
import { comparisons, loopBounds } from './operators/comparisons';
import { choices, conditions, droppedElse, jumps } from './operators/conditions';
import { characters, constants } from './operators/constants';
import { droppedCalls, subscripts, swappedArguments, updates } from './operators/places';
import { droppedBlocks, droppedStatements, earlyEnds, returns, swappedStatements } from './operators/statements';
import { casts, droppedVolatile, narrowedParameters, narrowedTypes } from './operators/types';
import {
  ancestorOf,
  declaredName,
  functionOf,
  headEnd,
  nodesOf,
  statementOf,
  type SyntaxNode,
  withoutBlanks,
} from './syntax';

export const mutationOperators: readonly MutationOperator[] = [
  ...[comparisons, loopBounds, conditions, choices, droppedElse, jumps],
  ...[operators, rounding, swappedOperands, droppedOperands, droppedSigns],
  ...[constants, characters, subscripts, updates, swappedArguments, droppedCalls],
  ...[droppedStatements, swappedStatements, droppedBlocks, returns, earlyEnds],
  ...[casts, narrowedTypes, narrowedParameters, droppedVolatile],
];

const longestShown = 160;

/**
 * The mutants of a source. Two changes that give the same tokens are one mutant, and so is a change that changes none.
 * Some do not compile; the caller that compiles them leaves those out.
 */
export function mutateSource(source: string): Mutant[] {
  const seen = new Set([withoutBlanks(source)]);
  const timesUsed = new Map<string, number>();
  const mutants: Mutant[] = [];
  for (const node of nodesOf(source)) {
    for (const operator of mutationOperators) {
      for (const replacement of operator.replacementsOf(node, source)) {
        const mutated = source.slice(0, replacement.from) + replacement.text + source.slice(replacement.to);
        const tokens = withoutBlanks(mutated);
        if (seen.has(tokens)) continue;
        seen.add(tokens);
        const base = idOf(operator, node, replacement, source);
        const times = (timesUsed.get(base) ?? 0) + 1;
        timesUsed.set(base, times);
        const id = times === 1 ? base : `${base}-${times}`;
        mutants.push({ id, operator: operator.name, ...shown(source, replacement), source: mutated });
      }
    }
  }
  return mutants;
}

/** Hangs on the changed statement, or its head, and on the change: an edit elsewhere leaves it alone. */
function idOf(operator: MutationOperator, node: SyntaxNode, { from, to, text }: Replacement, source: string): string {
  const statement = statementOf(node);
  const start = Math.min(statement?.from ?? from, from);
  const end = Math.max(statement ? headEnd(statement) : to, to);
  const parts = [source.slice(start, from), source.slice(from, to), text, source.slice(to, end)].map(withoutBlanks);
  const hash = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 8);
  return `${operator.name}:${placeOf(node, source)}:${hash}`;
}

/** The function that a node is in; `file` outside of all. */
function placeOf(node: SyntaxNode, source: string): string {
  const definition = functionOf(node);
  const owner = definition ?? ancestorOf(node, (name) => name === 'Declaration');
  const name = owner?.getChild('FunctionDeclarator') ?? owner?.getChild('PointerDeclarator');
  return (definition && name && declaredName(name, source)) ?? 'file';
}

function shown(source: string, { from, to, text }: Replacement): Pick<Mutant, 'line' | 'before' | 'after'> {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const newline = source.indexOf('\n', to);
  const end = newline < 0 ? source.length : newline;
  const joined = (code: string) => code.replace(/\s+/g, ' ').trim().slice(0, longestShown);
  return {
    line: source.slice(0, from).split('\n').length,
    before: joined(source.slice(start, end)),
    after: joined(source.slice(start, from) + text + source.slice(to, end)),
  };
}
