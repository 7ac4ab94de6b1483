// A mutant: the reference with one small change, of which a complete set of checks notices.
import type { SyntaxNode } from './syntax';

/** One change of the source, in characters. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Finds the changes of one kind that a node allows. They may yield sources that do not compile. */
export interface MutationOperator {
  /** In small letters with dashes: the first part of a mutant's id. */
  readonly name: string;
  replacementsOf(node: SyntaxNode, source: string): readonly Replacement[];
}

export interface Mutant {
  /** `operator:function:hash`. It stays the same while the statement that is changed does. */
  readonly id: string;
  readonly operator: string;
  /** Of the first changed character, from 1. */
  readonly line: number;
  /** The changed lines as they are and as they become, blanks joined. */
  readonly before: string;
  readonly after: string;
  readonly source: string;
}

/** Replaces the text of a node. */
export function replaced({ from, to }: Pick<SyntaxNode, 'from' | 'to'>, text: string): Replacement {
  return { from, to, text };
}
