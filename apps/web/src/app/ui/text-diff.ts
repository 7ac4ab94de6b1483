// bu-text-diff: what went and what came from one text to another, line by line, with marks and words besides colours.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { diffCount, diffRows, foldRows } from './line-diff';

@Component({
  selector: 'bu-text-diff',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="sum">
      @if (count().added || count().removed) {
        <span class="bu-figure">+{{ count().added }}</span> added,
        <span class="bu-figure">−{{ count().removed }}</span> removed
      } @else {
        No difference
      }
    </p>
    <div class="rows" tabindex="0" role="region" [attr.aria-label]="label()">
      @for (row of rows(); track $index) {
        @if (row.kind === 'fold') {
          <p class="fold">{{ row.count }} lines that are the same</p>
        } @else {
          <div class="row" [attr.data-kind]="row.kind">
            <span class="number" aria-hidden="true">{{ row.number }}</span>
            <span class="sign"
              ><span aria-hidden="true">{{ signs[row.kind] }}</span
              ><span class="bu-hidden">{{ words[row.kind] }}</span></span
            >
            <code>{{ row.text }}</code>
          </div>
        }
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      gap: var(--bu-space-2);
      min-inline-size: 0;
      min-block-size: 0;
    }
    .sum {
      color: var(--bu-ink-muted);
      font-size: var(--bu-text-sm);
    }
    .rows {
      padding-block: var(--bu-space-2);
      border: var(--bu-hairline);
      border-radius: var(--bu-radius-md);
      background: var(--bu-raised);
      font: var(--bu-text-xs) / 1.6 var(--bu-font-mono);
      overflow: auto;
    }
    .row {
      display: grid;
      grid-template-columns: 3.5ch 2ch minmax(max-content, 1fr);
      gap: var(--bu-space-2);
      min-inline-size: max-content;
      padding-inline: var(--bu-space-2) var(--bu-space-3);
    }
    .number {
      color: var(--bu-ink-subtle);
      text-align: end;
      user-select: none;
    }
    code {
      background: none;
      padding: 0;
      font: inherit;
      font-variant-ligatures: none;
      white-space: pre;
    }
    .row[data-kind='new'] {
      background: var(--bu-go-tint);
      box-shadow: inset 3px 0 0 var(--bu-go);
    }
    .row[data-kind='gone'] {
      background: var(--bu-stop-tint);
      box-shadow: inset 3px 0 0 var(--bu-stop);
    }
    .row[data-kind='new'] .sign {
      color: var(--bu-go);
    }
    .row[data-kind='gone'] .sign {
      color: var(--bu-stop);
    }
    :is(.row[data-kind='new'], .row[data-kind='gone']) .number {
      color: var(--bu-ink-muted);
    }
    .fold {
      margin-block: var(--bu-space-1);
      padding: 0 var(--bu-space-3) 0 calc(3.5ch + var(--bu-space-4));
      color: var(--bu-ink-subtle);
      font-family: var(--bu-font-text);
    }
  `,
})
export class TextDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** Names the lines for a screen reader, such as "Changes since 14:03". */
  readonly label = input.required<string>();
  /** Also shows what is far from every change. */
  readonly whole = input(false);

  protected readonly signs = { same: ' ', gone: '−', new: '+' };
  protected readonly words = { same: '', gone: 'removed: ', new: 'added: ' };
  private readonly all = computed(() => diffRows(this.before(), this.after()));
  protected readonly rows = computed(() => (this.whole() ? this.all() : foldRows(this.all())));
  protected readonly count = computed(() => diffCount(this.all()));
}
