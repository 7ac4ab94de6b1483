// bu-filter-bar: a search box and one row of states above a list. What else narrows the list goes inside the tag, at the end.
import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from './icon';

/** One state that the list can be narrowed to. */
export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

@Component({
  selector: 'bu-filter-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <label class="search">
      <span class="bu-hidden">{{ searchLabel() }}</span>
      <bu-icon name="search" />
      <input
        class="bu-input"
        type="search"
        [placeholder]="placeholder()"
        [value]="search()"
        #box
        (input)="searched.emit(box.value.trim())"
      />
    </label>
    <div class="states">
      <button
        type="button"
        class="bu-button small quiet"
        [attr.aria-pressed]="chosen() === undefined"
        (click)="chose.emit(undefined)"
      >
        {{ allLabel() }}
      </button>
      @for (choice of choices(); track choice.value) {
        <button
          type="button"
          class="bu-button small quiet"
          [attr.aria-pressed]="chosen() === choice.value"
          (click)="chose.emit(choice.value)"
        >
          {{ choice.label }}
        </button>
      }
    </div>
    <div class="more"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bu-space-3);
      align-items: center;
      margin-block-end: var(--bu-space-4);
    }
    .search {
      position: relative;
      flex: 0 1 18rem;
      min-inline-size: 12rem;
    }
    bu-icon {
      position: absolute;
      inset: 50% auto auto var(--bu-space-3);
      translate: 0 -50%;
      color: var(--bu-ink-subtle);
      pointer-events: none;
    }
    input {
      padding-inline-start: var(--bu-space-8);
    }
    .states {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
    }
    .states [aria-pressed='true'] {
      background: var(--bu-selected);
      color: var(--bu-ink);
    }
    .more {
      margin-inline-start: auto;
      font-size: var(--bu-text-sm);
    }
    .more:empty {
      display: none;
    }
  `,
  host: { role: 'group', 'aria-label': 'Filters' },
})
export class FilterBar {
  readonly searchLabel = input.required<string>();
  readonly placeholder = input('');
  readonly search = input('');
  readonly allLabel = input('All');
  readonly choices = input.required<readonly FilterChoice[]>();
  readonly chosen = input<string>();
  readonly searched = output<string>();
  /** The chosen state; undefined shows all. */
  readonly chose = output<string | undefined>();
}
