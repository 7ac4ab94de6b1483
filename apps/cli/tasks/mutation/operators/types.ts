// Types: narrower variables, parameters, results and casts; casts and `volatile` left out.
import { type MutationOperator, replaced, type Replacement } from '../mutant';
import { childrenOf, declaredName, parametersOf, type SyntaxNode } from '../syntax';

const narrower: Readonly<Record<string, readonly string[]>> = {
  int: ['short', 'signed char'],
  unsigned: ['unsigned short', 'unsigned char'],
  int64_t: ['int32_t'],
  uint64_t: ['uint32_t'],
  int32_t: ['int16_t', 'int8_t', 'float'],
  uint32_t: ['uint16_t', 'uint8_t'],
  size_t: ['uint16_t', 'uint8_t'],
  int16_t: ['int8_t', 'uint16_t'],
  uint16_t: ['uint8_t', 'int16_t'],
  int8_t: ['uint8_t'],
  uint8_t: ['int8_t'],
  double: ['float'],
  float: ['int'],
};

const typeNodes = new Set(['PrimitiveType', 'SizedTypeSpecifier', 'TypeIdentifier']);
const othersOf = (node: SyntaxNode, source: string): readonly string[] =>
  narrower[source.slice(node.from, node.to)] ?? [];

const isPointer = (node: SyntaxNode): boolean =>
  /Pointer/.test(node.name) || childrenOf(node).some((child) => /Declarator$/.test(child.name) && isPointer(child));

/** Variables, also arrays, and what functions return. */
export const narrowedTypes: MutationOperator = {
  name: 'type',
  replacementsOf: (node, source) => {
    const { parent } = node;
    if (parent === null || !typeNodes.has(node.name)) return [];
    if (parent.name !== 'Declaration' && parent.name !== 'FunctionDefinition') return [];
    if (childrenOf(parent).some((child) => /Declarator$/.test(child.name) && isPointer(child))) return [];
    return othersOf(node, source).map((text) => replaced(node, text));
  },
};

/** A parameter keeps its type, which the header states, and is narrowed where the body begins. */
export const narrowedParameters: MutationOperator = {
  name: 'parameter',
  replacementsOf: (node, source): Replacement[] => {
    const body = node.name === 'FunctionDefinition' ? node.getChild('CompoundStatement') : null;
    if (!body) return [];
    return parametersOf(node).flatMap((parameter) => {
      const type = childrenOf(parameter).find(({ name }) => typeNodes.has(name));
      const declarator = parameter.lastChild;
      if (!type || !declarator || isPointer(parameter)) return [];
      const name = declaredName(declarator, source);
      if (name === null) return [];
      const at = body.from + 1;
      return othersOf(type, source).map((text) => ({ from: at, to: at, text: ` ${name} = (${text})${name};` }));
    });
  },
};

/** Casts: left out, and to a narrower type. */
export const casts: MutationOperator = {
  name: 'cast',
  replacementsOf: (node, source): Replacement[] => {
    if (node.name !== 'CastExpression') return [];
    const [open, type, , operand] = childrenOf(node);
    if (operand === undefined) return [];
    const written = type.firstChild;
    const others = written && written.to === type.to ? othersOf(written, source) : [];
    const dropped = { from: open.from, to: operand.from, text: '' };
    return [dropped, ...others.map((text) => replaced(type, text))];
  },
};

export const droppedVolatile: MutationOperator = {
  name: 'volatile',
  replacementsOf: (node) => (node.name === 'volatile' ? [replaced(node, '')] : []),
};
