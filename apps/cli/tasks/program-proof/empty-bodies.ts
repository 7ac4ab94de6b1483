// The reference with nothing in it: what somebody submits who wrote no line.
import { childrenOf, declaredName, nodesOf, parametersOf, returnsVoid, type SyntaxNode } from '../mutation/syntax';

/** The same functions with the same signatures; each takes note of its parameters and returns zero. */
export function withEmptyBodies(source: string): string {
  const definitions = nodesOf(source).filter(
    (node) => node.name === 'FunctionDefinition' && node.getChild('CompoundStatement') !== null,
  );
  // From the last to the first, so that positions before a change stay what they are.
  return definitions.reduceRight((text, definition) => {
    const body = definition.getChild('CompoundStatement');
    return body === null ? text : text.slice(0, body.from) + emptyBody(definition, source) + text.slice(body.to);
  }, source);
}

function emptyBody(definition: SyntaxNode, source: string): string {
  const silenced = parametersOf(definition)
    .map((parameter) => declaredName(parameter, source))
    .filter((name) => name !== null)
    .map((name) => `(void)${name};`);
  return ['{', ...silenced, ...(returnsVoid(definition, source) ? [] : [zeroOf(definition, source)]), '}'].join(' ');
}

/** A structure has no 0 of its own; what else a name may stand for takes the same form. */
function zeroOf(definition: SyntaxNode, source: string): string {
  const type = childrenOf(definition).find(({ name }) => name === 'TypeIdentifier' || name === 'StructSpecifier');
  const isPointer = definition.getChild('PointerDeclarator') !== null;
  return type && !isPointer ? `return (${source.slice(type.from, type.to)}){0};` : 'return 0;';
}
