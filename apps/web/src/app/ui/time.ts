// bu-time: a point in time. Relative by default; hover, focus or a screen reader gets it absolute with its time zone.
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Ticker } from './ticker';
import { absoluteText, clockTimeText, dateText, ownZone, relativeText } from './time-words';

@Component({
  selector: 'bu-time',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (at(); as moment) {
      @if (mode() === 'full') {
        <time [attr.datetime]="moment.toISOString()">{{ absolute() }}</time>
      } @else {
        <time [attr.datetime]="moment.toISOString()" [attr.tabindex]="still() ? null : 0">
          <span aria-hidden="true">{{ shown() }}</span>
          <span class="bu-hidden">{{ mode() === 'relative' ? shown() + ', ' : '' }}{{ absolute() }}</span>
          <span class="pop" [class.end]="nearEdge()" aria-hidden="true">{{ absolute() }}</span>
        </time>
      }
    } @else {
      <span class="bu-subtle">{{ none() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-block;
    }
    time {
      position: relative;
      border-radius: var(--bu-radius-sm);
    }
    .pop {
      position: absolute;
      z-index: 20;
      inset: auto auto calc(100% + 6px) 0;
      inline-size: max-content;
      max-inline-size: min(17rem, 80vw);
      padding: var(--bu-space-1) var(--bu-space-2);
      border-radius: var(--bu-radius-sm);
      background: var(--bu-ink);
      color: var(--bu-paper);
      font: var(--bu-weight-normal) var(--bu-text-xs) / 1.4 var(--bu-font-text);
      white-space: normal;
      pointer-events: none;
      display: none;
    }
    .pop.end {
      inset-inline: auto 0;
    }
    time:hover .pop,
    time:focus-visible .pop {
      display: block;
    }
    /* Paper is read on another day: there the absolute time stands in the line. */
    @media print {
      :host {
        display: inline;
      }
      time > span {
        display: none;
      }
      time > .pop {
        display: inline;
        position: static;
        padding: 0;
        background: none;
        color: inherit;
        font: inherit;
      }
    }
  `,
  host: { '(pointerenter)': 'look()', '(focusin)': 'look()' },
})
export class Time {
  /** ISO 8601 with offset, as the API gives it; null shows `none`. */
  readonly datetime = input.required<string | null | undefined>();
  readonly mode = input<'relative' | 'date' | 'datetime' | 'full'>('relative');
  /** The IANA zone to show it in; the reader's own unless given. */
  readonly zone = input<string>();
  /** Not a stop for the Tab key: for tables with many times. */
  readonly still = input(false, { transform: booleanAttribute });
  readonly none = input('–');

  protected readonly nearEdge = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly ticker = inject(Ticker);
  protected readonly at = computed(() => {
    const written = this.datetime();
    const date = written ? new Date(written) : undefined;
    return date && !Number.isNaN(date.getTime()) ? date : undefined;
  });
  private readonly place = computed(() => this.zone() ?? ownZone());
  protected readonly absolute = computed(() => {
    const at = this.at();
    return at ? absoluteText(at, this.place()) : '';
  });
  protected readonly shown = computed(() => {
    const at = this.at();
    if (!at) return '';
    if (this.mode() === 'relative') return relativeText(at, this.ticker.slow());
    const date = dateText(at, this.place());
    return this.mode() === 'date' ? date : `${date}, ${clockTimeText(at, this.place())}`;
  });

  /** The bubble opens towards the middle of the window. */
  protected look(): void {
    this.nearEdge.set(this.host.nativeElement.getBoundingClientRect().left > innerWidth / 2);
  }
}
