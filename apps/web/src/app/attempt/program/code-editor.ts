// bu-code-editor: C in CodeMirror. The text is readable before the editor's code has arrived.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  booleanAttribute,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Place } from '../working/remembered-place';
import type { Editor } from './c-language';
import type { CompilerMessage } from './compiler-messages';

@Component({
  selector: 'bu-code-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div #frame class="place"></div>
    @if (!editor()) {
      <pre tabindex="0" role="region" [attr.aria-label]="label()">{{ text() }}</pre>
      @if (failed()) {
        <p role="alert">
          The editor could not be loaded. Your text is safe.
          <button type="button" class="bu-button small" (click)="load()">Try again</button>
        </p>
      }
    }
  `,
  styleUrl: './code-editor.scss',
  host: { '[style.--editor-size]': 'fontSize() + "px"' },
})
export class CodeEditor {
  /** What it shows. A text that differs from the editor's own replaces it, and can be undone there. */
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  /** Id of the element that explains the keys. */
  readonly describedBy = input('');
  readonly readOnly = input(false, { transform: booleanAttribute });
  readonly fontSize = input(14);
  readonly messages = input<readonly CompilerMessage[]>([]);
  /** Where it opens. */
  readonly place = input<Place>();
  readonly edited = output<string>();
  /** The cursor or the part in sight moved. */
  readonly moved = output<Place>();
  readonly run = output();
  /** The focus went elsewhere. */
  readonly left = output();

  protected readonly editor = signal<Editor | undefined>(undefined);
  protected readonly failed = signal(false);
  private readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');
  private gone = false;

  constructor() {
    afterNextRender(() => void this.load());
    effect(() => this.editor()?.replace(this.text()));
    effect(() => this.editor()?.mark(this.messages()));
    effect(() => this.editor()?.relabel(this.label()));
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.editor()?.close();
    });
  }

  goTo(line: number, column: number): void {
    this.editor()?.goTo(line, column);
  }

  focus(): void {
    this.editor()?.focus();
  }

  protected async load(): Promise<void> {
    this.failed.set(false);
    try {
      const { openEditor } = await import('./c-language');
      if (this.gone || this.editor()) return;
      this.editor.set(
        openEditor({
          parent: this.frame().nativeElement,
          text: this.text(),
          label: this.label(),
          describedBy: this.describedBy(),
          readOnly: this.readOnly(),
          place: this.place(),
          moved: (place) => this.moved.emit(place),
          edited: (text) => this.edited.emit(text),
          run: () => this.run.emit(),
          left: () => this.left.emit(),
        }),
      );
    } catch {
      this.failed.set(true);
    }
  }
}
