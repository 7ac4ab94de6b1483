// The tokens of a C program as they are compared: structure stays; names, numbers and texts do not.
import { parser } from '@lezer/cpp';

/** One token: what it is compared as, and where it stands in the source, in characters. */
export interface ProgramToken {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** More of a program is not compared: answers are a few pages, and the work must stay small for whatever was handed in. */
export const longestCompared = 48_000;

/** Renaming a variable or drawing another variant's constants changes nothing in what is compared. */
const sameForAll: Readonly<Record<string, string>> = {
  Identifier: 'name',
  FieldIdentifier: 'name',
  TypeIdentifier: 'name',
  StatementIdentifier: 'name',
  NamespaceIdentifier: 'name',
  Number: 'number',
  True: 'number',
  False: 'number',
  CharLiteral: 'number',
  String: 'text',
  SystemLibString: 'text',
};

const comments = new Set(['LineComment', 'BlockComment']);

/** The grammar leaves some marks (`=`, `;`, `*`) without a node of their own; they are read from between its nodes. */
const mark = /\S+/g;

export function programTokens(source: string): ProgramToken[] {
  const text = source.slice(0, longestCompared);
  const tokens: ProgramToken[] = [];
  let end = 0;
  const readMarks = (until: number): void => {
    for (const found of text.slice(end, until).matchAll(mark)) {
      const from = end + found.index;
      tokens.push({ kind: found[0], from, to: from + found[0].length });
    }
  };
  parser.parse(text).iterate({
    enter({ name, from, to, node }) {
      const known = sameForAll[name];
      if (known === undefined && !comments.has(name) && node.firstChild) return true;
      if (from < end) return false;
      readMarks(from);
      if (!comments.has(name) && to > from) tokens.push({ kind: known ?? text.slice(from, to), from, to });
      end = to;
      return false;
    },
  });
  readMarks(text.length);
  return tokens;
}
