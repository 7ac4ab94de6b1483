// The editor's clothes: the site's tokens, so that it follows the theme without being told.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--bu-ink)',
    backgroundColor: 'var(--bu-raised)',
    fontSize: 'var(--editor-size, 0.875rem)',
  },
  // The frame around the editor shows the focus.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--bu-font-mono)',
    lineHeight: '1.55',
    fontVariantNumeric: 'slashed-zero',
    fontFeatureSettings: "'calt' 0",
    overflow: 'auto',
  },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--bu-ink)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-cursor': { borderLeftColor: 'var(--bu-ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--bu-raised)',
    color: 'var(--bu-ink-subtle)',
    border: 'none',
    borderRight: '1px solid var(--bu-line)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--bu-selected) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--bu-selected)', color: 'var(--bu-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--bu-mark)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--bu-selected)',
    outline: '1px solid var(--bu-line-strong)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bu-stop-tint)' },
  '.cm-tooltip': {
    border: '1px solid var(--bu-line-strong)',
    borderRadius: 'var(--bu-radius-md)',
    backgroundColor: 'var(--bu-raised)',
    color: 'var(--bu-ink)',
    boxShadow: 'var(--bu-shadow-pop)',
    maxWidth: '34rem',
  },
  '.cm-diagnostic': { padding: '0.25rem 0.75rem', fontFamily: 'var(--bu-font-text)', borderLeftWidth: '3px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bu-stop)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--bu-hold)' },
  '.cm-gutter-lint': { width: '1em' },
  '.cm-gutter-lint .cm-gutterElement': { display: 'grid', placeItems: 'center', padding: '0' },
  '.cm-lint-marker': { width: '0.5em', height: '0.5em' },
  '.cm-lint-marker-error': { content: "''", backgroundColor: 'var(--bu-stop)', borderRadius: '1px' },
  '.cm-lint-marker-warning': { content: "''", border: '2px solid var(--bu-hold)', borderRadius: '50%' },
  '.cm-lint-marker-info': { content: "''", border: '1px solid var(--bu-info)', borderRadius: '50%' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bu-stop)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bu-hold)',
    textUnderlineOffset: '3px',
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--bu-ink-subtle)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.controlKeyword, tags.modifier], color: 'var(--bu-series-5)', fontWeight: '560' },
  { tag: [tags.typeName, tags.standard(tags.typeName)], color: 'var(--bu-series-3)' },
  { tag: [tags.string, tags.character, tags.special(tags.string)], color: 'var(--bu-series-1)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--bu-copper)' },
  { tag: [tags.processingInstruction, tags.meta], color: 'var(--bu-series-4)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], fontWeight: '560' },
  { tag: tags.invalid, color: 'var(--bu-stop)' },
]);

export const editorTheme: Extension = [look, syntaxHighlighting(colours)];
