// bu-section-card: a titled part of a page. Slots: [slot=actions] on the right of the title; `flush` for tables that touch the edges.
import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';

let count = 0;

@Component({
  selector: 'bu-section-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section [attr.aria-labelledby]="heading() ? id : null">
      @if (heading()) {
        <header>
          <div>
            <h2 [id]="id">{{ heading() }}</h2>
            @if (note()) {
              <p>{{ note() }}</p>
            }
          </div>
          <div class="actions"><ng-content select="[slot=actions]" /></div>
        </header>
      }
      <div class="body" [class.flush]="flush()"><ng-content /></div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    section {
      background: var(--bu-surface);
      border: var(--bu-hairline);
      border-radius: var(--bu-radius-lg);
      overflow: clip;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-2) var(--bu-space-4);
      justify-content: space-between;
      align-items: center;
      padding: var(--bu-space-3) var(--bu-space-4);
      border-block-end: var(--bu-hairline);
    }
    h2 {
      font-size: var(--bu-text-md);
    }
    p {
      font-size: var(--bu-text-sm);
      color: var(--bu-ink-muted);
      margin-block-start: 2px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-2);
      align-items: center;
    }
    .actions:empty {
      display: none;
    }
    .body {
      padding: var(--bu-space-4);
    }
    .body.flush {
      padding: 0;
    }
  `,
})
export class SectionCard {
  readonly heading = input('');
  readonly note = input('');
  readonly flush = input(false, { transform: booleanAttribute });
  protected readonly id = `bu-section-${++count}`;
}
