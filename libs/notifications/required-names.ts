// Which variables a template needs. Handlebars' strict mode looks at `{{name}}` but not at `{{#if name}}` or `{{#each names}}`.
import Handlebars from 'handlebars';

type Ast = hbs.AST.Node;

function isPath(node: Ast): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

/** The names that the template reads from its context, wherever they stand; members of list items are not among them. */
export function requiredNames(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  const read = (node: Ast, depth: number) => {
    if (isPath(node) && !node.data && node.depth === depth && node.parts[0] !== undefined)
      names.add(String(node.parts[0]));
  };
  const walk = (node: Ast, depth: number): void => {
    switch (node.type) {
      case 'Program':
        for (const statement of (node as hbs.AST.Program).body) walk(statement, depth);
        break;
      case 'MustacheStatement': {
        // With parameters the path is a helper's name.
        const { path, params } = node as hbs.AST.MustacheStatement;
        for (const value of params.length > 0 ? params : [path]) read(value, depth);
        break;
      }
      case 'BlockStatement': {
        const block = node as hbs.AST.BlockStatement;
        for (const value of block.params) read(value, depth);
        walk(block.program, depth + (isPath(block.path) && block.path.original === 'each' ? 1 : 0));
        if (block.inverse) walk(block.inverse, depth);
        break;
      }
      case 'PartialStatement':
        for (const pair of (node as hbs.AST.PartialStatement).hash?.pairs ?? []) read(pair.value, depth);
        break;
    }
  };
  walk(Handlebars.parse(source), 0);
  return names;
}
