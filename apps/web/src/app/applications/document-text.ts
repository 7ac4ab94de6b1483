// bu-document-text: the text that the evidence points into, with every quote marked; scrolls to the chosen one.
import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input } from '@angular/core';
import { downloadOriginal } from '../api/fn/applications/download-original';
import type { ApplicationView, Evidence } from '../api/models';
import { apiPath } from '../ui/api-path';
import { BytesPipe } from '../ui/figure-pipes';
import { Icon } from '../ui/icon';
import { SectionCard } from '../ui/section-card';
import { markedParts } from './marked-parts';

@Component({
  selector: 'bu-document-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BytesPipe, Icon, SectionCard],
  template: `
    @let shown = document();
    <bu-section-card [heading]="shown.kind === 'resume' ? 'Résumé' : 'Cover letter'">
      <a slot="actions" class="bu-button small quiet" [href]="original()" download
        ><bu-icon name="download" />Original</a
      >
      <p class="facts">
        {{ shown.fileName }} · <span class="bu-figure">{{ shown.sizeBytes | buBytes }}</span> · SHA-256
        <span class="bu-figure" [title]="shown.sha256">{{ shown.sha256.slice(0, 12) }}…</span>
      </p>
      @for (warning of shown.warnings; track $index) {
        <p class="warning"><bu-icon name="info" />{{ warning }}</p>
      }
      <div class="text" tabindex="0" role="region" [attr.aria-label]="'Text of ' + shown.fileName">
        @for (part of parts(); track part.start) {
          @if (part.marked) {
            <mark
              [id]="anchor(part.start)"
              [class.chosen]="isChosen(part.start, part.end)"
              [textContent]="part.text"
            ></mark>
          } @else {
            <span [textContent]="part.text"></span>
          }
        }
      </div>
    </bu-section-card>
  `,
  styles: `
    .facts {
      color: var(--bu-ink-subtle);
      font-size: var(--bu-text-xs);
      overflow-wrap: anywhere;
    }
    .warning {
      display: flex;
      gap: var(--bu-space-2);
      align-items: center;
      font-size: var(--bu-text-sm);
      color: var(--bu-hold);
      margin-block-start: var(--bu-space-2);
    }
    .text {
      margin-block-start: var(--bu-space-3);
      max-block-size: 34rem;
      overflow-y: auto;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      font-size: var(--bu-text-sm);
      line-height: var(--bu-leading-loose);
    }
    mark {
      background: var(--bu-mark);
      color: var(--bu-mark-ink);
      border-radius: 2px;
    }
    mark.chosen {
      outline: 2px solid var(--bu-focus);
      outline-offset: 1px;
    }
  `,
})
export class DocumentText {
  readonly document = input.required<ApplicationView['documents'][number]>();
  readonly evidence = input.required<readonly Evidence[]>();
  readonly chosen = input<Evidence>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly parts = computed(() => markedParts(this.document().text, this.evidence()));
  protected readonly original = computed(() => apiPath(downloadOriginal.PATH, { id: this.document().id }));

  constructor() {
    effect(() => {
      const chosen = this.chosen();
      if (chosen?.document !== this.document().id) return;
      const part = this.parts().find((item) => item.marked && item.start <= chosen.start && chosen.start < item.end);
      if (!part) return;
      const mark = this.host.nativeElement.querySelector(`[id="${this.anchor(part.start)}"]`);
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      mark?.scrollIntoView({ block: besideCriteria() ? 'nearest' : 'center', behavior: calm ? 'auto' : 'smooth' });
    });
  }

  protected anchor(start: number): string {
    return `quote-${this.document().id}-${start}`;
  }

  protected isChosen(start: number, end: number): boolean {
    const chosen = this.chosen();
    return chosen?.document === this.document().id && start <= chosen.start && chosen.start < end;
  }
}

/** Beside the criteria the documents are always in view: the page itself must not move. */
function besideCriteria(): boolean {
  return matchMedia('(min-width: 64.01rem)').matches;
}
