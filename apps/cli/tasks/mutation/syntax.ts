// The syntax tree of a C source, and the few questions that mutation operators ask of it.
import { parser } from '@lezer/cpp';

export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

const statementNames = /Statement$|^Declaration$|^FunctionDefinition$|^PreprocDirective$/;
const loopNames = new Set(['ForStatement', 'WhileStatement', 'DoStatement']);

/** Every node of the source in its order; bodies of macros are parsed as expressions and follow the rest. */
export function nodesOf(source: string): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const bodies: SyntaxNode[] = [];
  parser.parse(source).iterate({
    enter: ({ node }) => {
      if (node.name === 'PreprocArg' && node.parent?.firstChild?.name === '#define') bodies.push(node);
      nodes.push(node);
    },
  });
  return [...nodes, ...bodies.flatMap((body) => nodesOfBody(source, body))];
}

/** Blanks before the body keep every position what it is in the source. */
function nodesOfBody(source: string, { from, to }: SyntaxNode): SyntaxNode[] {
  const lead = 'int m=';
  const body = source.slice(from, to).replace(/\\\r?\n/g, (joined) => ' '.repeat(joined.length));
  const nodes: SyntaxNode[] = [];
  parser.parse(`${' '.repeat(from - lead.length)}${lead}${body};`).iterate({
    enter: ({ node }) => {
      if (node.from >= from && node.to <= to) nodes.push(node);
    },
  });
  return nodes;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The nearest node above that is one of these. */
export function ancestorOf(node: SyntaxNode, isWanted: (name: string) => boolean): SyntaxNode | null {
  for (let above = node.parent; above !== null; above = above.parent) if (isWanted(above.name)) return above;
  return null;
}

/** The statement or declaration that contains a node, or that it is. */
export function statementOf(node: SyntaxNode): SyntaxNode | null {
  return statementNames.test(node.name) ? node : ancestorOf(node, (name) => statementNames.test(name));
}

/** Where the head of a statement ends: before its body, or with the statement when it has none. */
export function headEnd(statement: SyntaxNode): number {
  const body = childrenOf(statement).find(
    ({ name }, index) => index > 0 && (name.endsWith('Statement') || name === 'else'),
  );
  return body?.from ?? statement.to;
}

export function functionOf(node: SyntaxNode): SyntaxNode | null {
  return node.name === 'FunctionDefinition' ? node : ancestorOf(node, (name) => name === 'FunctionDefinition');
}

/** The name that a function or a variable is declared with, below pointers, arrays and parameter lists. */
export function declaredName(declarator: SyntaxNode, source: string): string | null {
  if (declarator.name === 'Identifier') return source.slice(declarator.from, declarator.to);
  const inner = childrenOf(declarator).find(({ name }) => name === 'Identifier' || name.endsWith('Declarator'));
  return inner ? declaredName(inner, source) : null;
}

/** The parameters of a function, also of one that returns a pointer. */
export function parametersOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const pointer = definition.getChild('PointerDeclarator') ?? definition;
  const list = pointer.getChild('FunctionDeclarator')?.getChild('ParameterList');
  return list?.getChildren('ParameterDeclaration') ?? [];
}

/** Void functions return nothing; anything else returns a number. */
export function returnsVoid(definition: SyntaxNode, source: string): boolean {
  const type = definition.getChild('PrimitiveType');
  const isPointer = definition.getChild('PointerDeclarator') !== null;
  return type !== null && !isPointer && source.slice(type.from, type.to) === 'void';
}

/** `for (a; b; c)` is a list in the tree: the condition is what stands before the second semicolon. */
function isForCondition(node: SyntaxNode, loop: SyntaxNode): boolean {
  const parts = childrenOf(loop).slice(2, -1);
  const compares = parts.filter(({ name }) => name === 'BinaryExpression');
  return compares.length > 0 && compares[0].from === node.from && compares[0].to === node.to;
}

/** Whether a node is the condition of a loop. */
export function isLoopCondition(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null) return false;
  if (parent.name === 'ForStatement') return isForCondition(node, parent);
  return (
    (parent.name === 'ConditionClause' || parent.name === 'ParenthesizedExpression') &&
    parent.parent !== null &&
    loopNames.has(parent.parent.name)
  );
}

/** What is left of a text without comments and blanks that mean nothing. */
export function withoutBlanks(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w#]) ?/g, '$1')
    .trim();
}
