// Everything of CodeMirror that a C editor needs; a file of its own, so that it loads after the prompt can be read.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { cppLanguage } from '@codemirror/lang-cpp';
import { LanguageSupport, bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { changedSpan } from './changed-span';
import type { Place } from '../working/remembered-place';
import type { CompilerMessage } from './compiler-messages';
import { editorTheme } from './editor-theme';

/** What the page wants of the editor. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly describedBy: string;
  readonly readOnly: boolean;
  /** Where to begin: cursor and first line in sight. */
  readonly place: Place | undefined;
  readonly edited: (text: string) => void;
  readonly moved: (place: Place) => void;
  readonly run: () => void;
  readonly left: () => void;
}

/** The editor as the page drives it. */
export interface Editor {
  replace(text: string): void;
  mark(messages: readonly CompilerMessage[]): void;
  goTo(line: number, column: number): void;
  relabel(label: string): void;
  focus(): void;
  close(): void;
}

export function openEditor(options: EditorOptions): Editor {
  const naming = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: Math.min(options.place?.cursor ?? 0, options.text.length) },
      extensions: extensions(options, naming),
    }),
  });
  if (options.place) resume(view, options.place);
  return {
    replace(text) {
      const span = changedSpan(view.state.doc.toString(), text);
      if (span) view.dispatch({ changes: span });
    },
    mark(messages) {
      const found = messages.map((message) => diagnostic(view.state, message));
      view.dispatch(setDiagnostics(view.state, found));
    },
    goTo(line, column) {
      const at = offset(view.state, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    relabel: (label) => view.dispatch({ effects: naming.reconfigure(named(label, options)) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** Shows the place again without taking the focus: the prompt may be what is wanted first. */
function resume(view: EditorView, { top }: Place): void {
  const line = view.state.doc.line(Math.min(Math.max(1, top ?? 1), view.state.doc.lines));
  const effect =
    top === undefined
      ? EditorView.scrollIntoView(view.state.selection.main.head, { y: 'center' })
      : EditorView.scrollIntoView(line.from, { y: 'start', yMargin: 0 });
  view.dispatch({ effects: effect });
}

function placeOf(view: EditorView): Place {
  const { scrollTop } = view.scrollDOM;
  const top = view.state.doc.lineAt(view.lineBlockAtHeight(scrollTop).from).number;
  return { cursor: view.state.selection.main.head, top };
}

function extensions(options: EditorOptions, naming: Compartment): Extension {
  const reading: Extension = options.readOnly
    ? [EditorState.readOnly.of(true)]
    : [
        history(),
        lintGutter(),
        indentOnInput(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        // Before the default keys, which would put Ctrl+Enter to another use.
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (options.run(), true) }])),
        EditorView.updateListener.of((update) => {
          if (update.docChanged || update.selectionSet) options.moved(placeOf(update.view));
          if (update.docChanged) options.edited(update.state.doc.toString());
          if (update.focusChanged && !update.view.hasFocus) options.left();
        }),
        EditorView.domEventHandlers({ scroll: (_, view) => options.moved(placeOf(view)) }),
      ];
  return [
    lineNumbers(),
    highlightSpecialChars(),
    drawSelection(),
    bracketMatching(),
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    new LanguageSupport(cppLanguage),
    editorTheme,
    reading,
    // Escape lets the next Tab leave the editor; CodeMirror itself sees to that.
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    naming.of(named(options.label, options)),
  ];
}

function named(label: string, options: EditorOptions): Extension {
  return EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': options.describedBy,
    tabindex: '0',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocorrect: 'off',
    'data-gramm': 'false',
  });
}

function diagnostic(state: EditorState, message: CompilerMessage): Diagnostic {
  const from = offset(state, message.line, message.column);
  const word = state.wordAt(from);
  const end = Math.min(state.doc.length, Math.max(word?.to ?? from, from + 1));
  return {
    from,
    to: end,
    severity: message.severity === 'note' ? 'info' : message.severity,
    message: message.text,
    source: 'Clang',
  };
}

/** A place the compiler named, kept within the text as it is now. */
function offset(state: EditorState, line: number, column: number): number {
  const found = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
  return Math.min(found.to, found.from + Math.max(0, column - 1));
}
