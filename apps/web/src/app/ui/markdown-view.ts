// bu-markdown-view: HTML that the server made of Markdown and cleaned; Angular's sanitiser goes over it once more.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  ViewEncapsulation,
  afterRenderEffect,
  inject,
  input,
} from '@angular/core';

@Component({
  selector: 'bu-markdown-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="bu-markdown" [innerHTML]="html()"></div>`,
  styleUrl: './markdown-view.scss',
  // The elements come from outside Angular's templates, so the styles must reach them.
  encapsulation: ViewEncapsulation.None,
})
export class MarkdownView {
  readonly html = input.required<string>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      this.html();
      // What scrolls sideways must be reachable by keyboard.
      for (const wide of host.querySelectorAll<HTMLElement>('pre, table')) wide.tabIndex = 0;
    });
  }
}
