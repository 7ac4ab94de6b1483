// The templates: compiled once, strict (a missing variable is an error), HTML escaped by default, text as it is.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@bringup/platform';
import Handlebars from 'handlebars';
import { plainLine } from './domain/plain-line';
import { type LetterData, type TemplateName, templateNames } from './letters';
import { requiredNames } from './required-names';

/** A mail as it leaves. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface MailTemplates {
  /** @throws DomainError `mail-template-failed` naming the template and the variable that is missing */
  render<Name extends TemplateName>(name: Name, data: LetterData[Name], company: string): RenderedMail;
}

/** Inline styles by part, because mail programs drop style sheets. Colours are those of the site's light theme. */
const styles: Readonly<Record<string, string>> = {
  h1: 'margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600;color:#10201a',
  h2: 'margin:18px 0 6px;font-size:16px;line-height:1.35;font-weight:600;color:#10201a',
  list: 'margin:0 0 14px;padding:0 0 0 20px',
  item: 'margin:0 0 4px;font-size:15px;line-height:1.55;color:#10201a',
  p: 'margin:0 0 14px;font-size:15px;line-height:1.6;color:#10201a',
  muted: 'margin:0 0 12px;font-size:13px;line-height:1.55;color:#46544d',
  table: 'width:100%;border-collapse:collapse;margin:4px 0 18px',
  label:
    'padding:8px 12px 8px 0;border-top:1px solid #dcdfd7;font-size:13px;line-height:1.5;color:#46544d;vertical-align:top;text-align:left;font-weight:400',
  value: 'padding:8px 0;border-top:1px solid #dcdfd7;font-size:14px;line-height:1.5;color:#10201a;vertical-align:top',
  code: "font-family:Consolas,'Liberation Mono',Menlo,monospace;font-size:12px;color:#46544d;word-break:break-all",
  note: 'font-size:13px;line-height:1.5;color:#46544d',
  command: "font-family:Consolas,'Liberation Mono',Menlo,monospace;font-size:13px;color:#10201a",
  quote: 'margin:4px 0 18px;padding:12px 16px;border-left:3px solid #98481a;background:#f6e9df',
  link: 'color:#98481a',
  button:
    'display:inline-block;padding:12px 20px;border-radius:5px;background:#124736;color:#ffffff;font-size:15px;line-height:1.2;font-weight:600;text-decoration:none',
};

/** The folder beside this file, or beside its source when this file is the compiled one. */
function templateFolder(): string {
  const beside = path.join(__dirname, 'templates');
  return existsSync(beside) ? beside : path.join(__dirname, '../../../libs/notifications/templates');
}

function environment(): typeof Handlebars {
  const engine = Handlebars.create();
  engine.registerHelper('css', (part: unknown) => {
    const style = styles[String(part)];
    if (style === undefined) throw new Error(`there is no style "${String(part)}"`);
    return new Handlebars.SafeString(style);
  });
  // Strict mode does not look at what `if` is given, so a missing member of a list's item is caught here.
  engine.registerHelper('if', function (this: unknown, condition: unknown, options: Handlebars.HelperOptions) {
    if (condition === undefined) throw new Error('a condition asks for a variable that is missing');
    return condition === null || condition === false || condition === '' ? options.inverse(this) : options.fn(this);
  });
  // What people wrote in several lines keeps its paragraphs; every character of it is escaped.
  engine.registerHelper('paragraphs', (text: unknown) => {
    const blocks = String(text)
      .replace(/\r\n?/g, '\n')
      .trim()
      .split(/\n{2,}/);
    const html = blocks.map(
      (block) => `<p style="${styles['p'] ?? ''}">${Handlebars.escapeExpression(block).replaceAll('\n', '<br>')}</p>`,
    );
    return new Handlebars.SafeString(html.join('\n'));
  });
  return engine;
}

type Filler = (context: Readonly<Record<string, unknown>>) => string;

interface Compiled {
  readonly html: Filler;
  readonly text: Filler;
}

/** Reads and compiles every template, so that a broken one stops the start and not a mail. */
export function loadTemplates(folder = templateFolder()): MailTemplates {
  const engine = environment();
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const compile = (file: string, noEscape: boolean): Filler => {
    const source = read(file);
    // Parses now: `compile` alone would find a fault of syntax only when the first mail is written.
    const required = requiredNames(source);
    const fillIn = engine.compile(source, { strict: true, noEscape });
    return (context) => {
      for (const name of required) if (context[name] === undefined) throw new Error(`"${name}" is missing`);
      return fillIn(context);
    };
  };
  engine.registerPartial('button', read('button.hbs'));
  const layout: Compiled = { html: compile('layout.hbs', false), text: compile('layout.txt.hbs', true) };
  const compiled = new Map<string, Compiled>(
    templateNames.map((name) => [
      name,
      { html: compile(`${name}.hbs`, false), text: compile(`${name}.txt.hbs`, true) },
    ]),
  );
  return {
    render(name, data, company) {
      const template = compiled.get(name);
      if (!template) throw new DomainError('mail-template-failed', `There is no mail template ${name}.`);
      try {
        return fill(layout, template, data, company);
      } catch (error) {
        throw new DomainError(
          'mail-template-failed',
          `The mail template ${name} cannot be filled: ${error instanceof Error ? error.message : String(error)}.`,
          { template: name },
        );
      }
    },
  };
}

function fill(layout: Compiled, template: Compiled, data: object, company: string): RenderedMail {
  const clean = withPlainLines(data) as Record<string, unknown>;
  const context = { ...clean, company: plainLine(company) };
  // The first line of the text is the subject, so that all words of a mail stand together.
  const [first = '', ...rest] = template.text(context).split('\n');
  const subject = plainLine(first.replace(/^Subject:\s*/, ''));
  const text = layout.text({ company: context.company, body: rest.join('\n').trim() });
  const body = new Handlebars.SafeString(template.html(context));
  const html = layout.html({ company: context.company, subject, body });
  return { subject, html, text: `${text.trimEnd()}\n` };
}

/** Members that hold several lines in somebody's own words; everything else is one line. */
const ownWords = new Set(['note', 'message', 'reason']);

function withPlainLines(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return ownWords.has(key) ? value.trim() : plainLine(value, 2000);
  if (Array.isArray(value)) return value.map((item) => withPlainLines(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withPlainLines(member, name)]));
}
