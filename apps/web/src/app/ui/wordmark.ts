// bu-wordmark: the product's name with its mark, a trace that rises to a pulse and ends in a pad.
import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'bu-wordmark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 32 20" fill="none" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d="M1.5 15.500H8l4-12.500 4.200 15 2.800-8.500h5" stroke-width="2.2" />
      <circle cx="27.200" cy="9.500" r="2.600" stroke-width="2" />
    </svg>
    <span>Bringup</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.55em;
      font-size: var(--bu-text-lg);
      line-height: 1;
    }
    svg {
      block-size: 1.15em;
      inline-size: auto;
      stroke: var(--bu-wordmark-trace, var(--bu-copper-bright));
    }
    span {
      font-weight: 640;
      letter-spacing: -0.025em;
    }
  `,
})
export class Wordmark {}
