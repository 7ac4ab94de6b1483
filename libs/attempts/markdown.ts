// Turns a task's Markdown into HTML. Raw HTML in it stays text, so a prompt cannot carry a script.
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** Safe HTML of a Markdown text. */
export function htmlOf(text: string): string {
  return markdown.render(text);
}
