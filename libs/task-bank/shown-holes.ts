// Every hole of a template prints something that a person can read: no gap, no NaN, no [object Object].
import Handlebars from 'handlebars';

type Expression = hbs.AST.Expression;

/** The helper that each hole is wrapped in. No parameter has such a name. */
const shownHelper = 'shown-hole';

/** What a value that went wrong looks like once it is text; as whole words, in texts that variant.js put together. */
const spoiled = /(?<![\w.-])(NaN|Infinity|undefined|\[object \w+\])(?![\w-])/;
/** A null where a number belongs, also before a unit; the word itself may stand in a text. */
const nullOnly = /^\s*(null)(\s+\S{1,6})?\s*$/;

/** Why a value cannot be printed in a hole; null when it can. */
export function holeFault(value: unknown): string | null {
  if (value === undefined || value === null) return `is ${String(value)}`;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `is ${value}`;
  if (typeof value === 'boolean') return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return 'is an empty list';
    return value.map(holeFault).find((fault) => fault !== null) ?? null;
  }
  if (typeof value !== 'string') return 'is an object';
  if (value.trim() === '') return 'is empty';
  const found = (spoiled.exec(value) ?? nullOnly.exec(value))?.[1];
  return found === undefined ? null : `prints ${found}`;
}

function shown(value: unknown, hole: unknown): unknown {
  const fault = holeFault(value);
  if (fault !== null) throw new HoleFault(String(hole), fault);
  return value;
}

/** A hole of a template that would print nothing that can be read. */
export class HoleFault extends Error {
  constructor(place: string, fault: string) {
    const at = place.lastIndexOf('@');
    super(`the hole {{${place.slice(0, at)}}} ${fault}: mend it in variant.js, or the hole - ${place.slice(at + 1)}`);
  }
}

/** Wraps the holes of a template, also those inside of blocks. */
class WrapHoles extends Handlebars.Visitor {
  constructor(private readonly template: string) {
    super();
  }

  override MustacheStatement(hole: hbs.AST.MustacheStatement): void {
    const inner = innerOf(hole);
    const { line, column } = hole.loc.start;
    const place = `${this.textOf(hole)}@${line}:${column}`;
    hole.path = lookUp(shownHelper, hole.loc);
    hole.params = [inner, text(place, hole.loc)];
    Object.assign(hole, { hash: undefined });
  }

  private textOf({ loc: { start, end } }: hbs.AST.MustacheStatement): string {
    const lines = this.template.split('\n').slice(start.line - 1, end.line);
    const text =
      lines.length === 1 ? (lines[0] ?? '').slice(start.column, end.column) : (lines[0] ?? '').slice(start.column);
    return text.replace(/^\{+|\}+$/g, '').trim();
  }
}

const lookUp = (name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression => ({
  ...{ type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc },
});

const text = (value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral => ({
  ...{ type: 'StringLiteral', value, original: value, loc },
});

/** What a hole prints, as an argument. A lookup stays strict: a parameter that does not exist is reported as such. */
function innerOf({ path, params, hash, loc }: hbs.AST.MustacheStatement): Expression {
  if (params.length > 0 || hash !== undefined)
    return { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression;
  // Handlebars takes a lone literal for a name.
  if (path.type !== 'PathExpression') {
    const name = 'original' in path ? String(path.original) : '';
    return Object.assign(lookUp(name, loc), { strict: true });
  }
  return Object.assign(path, { strict: true });
}

/** Compiles a template that throws for a hole without a parameter, and for one that prints nothing that can be read. */
export function compileShown(engine: typeof Handlebars, template: string): (context: unknown) => string {
  const program = engine.parse(template);
  new WrapHoles(template).accept(program);
  return engine.compile(program, { strict: true, noEscape: true });
}

export function registerShown(engine: typeof Handlebars): void {
  engine.registerHelper(shownHelper, shown);
}
