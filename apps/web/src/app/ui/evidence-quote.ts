// bu-evidence-quote: a verbatim quote with its terms marked, and where it stands in which document.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { CountPipe } from './figure-pipes';
import { quoteParts } from './quote-parts';

@Component({
  selector: 'bu-evidence-quote',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CountPipe],
  template: `
    <figure>
      <blockquote>
        @for (part of parts(); track $index) {
          @if (part.marked) {
            <mark [textContent]="part.text"></mark>
          } @else {
            <span [textContent]="part.text"></span>
          }
        }
      </blockquote>
      <figcaption>
        <span>{{ source() }}</span>
        @if (start() !== undefined && end() !== undefined) {
          <span class="bu-figure">
            <span class="bu-hidden">characters </span>{{ start() | buCount }}–{{ end() | buCount }}
          </span>
        }
        <ng-content />
      </figcaption>
    </figure>
  `,
  styles: `
    :host {
      display: block;
    }
    figure {
      padding-inline-start: var(--bu-space-3);
      border-inline-start: 2px solid var(--bu-copper-bright);
    }
    blockquote {
      font-size: var(--bu-text-sm);
      line-height: var(--bu-leading-normal);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    mark {
      padding: 0.05em 0.15em;
      margin-inline: -0.05em;
      border-radius: 2px;
      background: var(--bu-mark);
      color: var(--bu-mark-ink);
      font-weight: var(--bu-weight-medium);
    }
    figcaption {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--bu-space-3);
      align-items: baseline;
      margin-block-start: 2px;
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-subtle);
    }
  `,
})
export class EvidenceQuote {
  readonly quote = input.required<string>();
  readonly terms = input<readonly string[]>([]);
  /** The document's name as people know it: "Résumé", "Cover letter". */
  readonly source = input.required<string>();
  readonly start = input<number>();
  readonly end = input<number>();
  protected readonly parts = computed(() => quoteParts(this.quote().trim(), this.terms()));
}
