// bu-found-figures: years by kind, the equivalence rule, measured figures, and context that never decides.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ApplicationView } from '../api/models';
import { MeasuredPipe } from '../ui/figure-pipes';
import { SectionCard } from '../ui/section-card';
import { sentence } from '../ui/status-words';

@Component({
  selector: 'bu-found-figures',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MeasuredPipe, SectionCard],
  template: `
    @let shown = application();
    <bu-section-card heading="Experience in years">
      <dl class="years">
        <div>
          <dt>Embedded</dt>
          <dd class="bu-figure">{{ shown.experience.embeddedYears.toFixed(1) }}</dd>
        </div>
        <div>
          <dt>Machine learning</dt>
          <dd class="bu-figure">{{ shown.experience.mlYears.toFixed(1) }}</dd>
        </div>
      </dl>
      <p class="rule">
        @if (shown.experience.equivalenceMet) {
          Meets the equivalence rule for mid level: one to two years of firmware and two or more of machine learning.
        } @else {
          The equivalence rule for mid level (one to two years of firmware and two or more of machine learning) is not
          met by dated positions.
        }
      </p>
      @if (shown.experience.positions.length) {
        <ul class="positions">
          @for (position of shown.experience.positions; track $index) {
            <li>
              <span class="bu-figure">{{ position.from }} – {{ position.to }}</span> {{ position.title }}
              <span class="kinds">{{ kindsOf(position.kinds) }}</span>
            </li>
          }
        </ul>
      }
    </bu-section-card>
    @if (shown.figures.length) {
      <bu-section-card heading="Measured figures" note="As the candidate states them.">
        <ul class="figures">
          @for (figure of shown.figures; track $index) {
            <li>
              <span class="bu-figure value">{{ figure.value | buMeasured }}&nbsp;{{ figure.unit }}</span>
              <span class="kind">{{ sentence(figure.kind) }}</span>
              <q>{{ figure.quote }}</q>
            </li>
          }
        </ul>
      </bu-section-card>
    }
    @if (hasContext()) {
      <bu-section-card heading="Context" note="Education and certifications never decide.">
        <ul class="context">
          @for (line of shown.context.education; track $index) {
            <li>{{ line }}</li>
          }
          @for (line of shown.context.certifications; track $index) {
            <li>{{ line }}</li>
          }
        </ul>
      </bu-section-card>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--bu-space-5);
    }
    .years {
      display: flex;
      gap: var(--bu-space-8);
    }
    dt {
      font-size: var(--bu-text-xs);
      color: var(--bu-ink-subtle);
    }
    dd {
      margin: 0;
      font-size: var(--bu-text-xl);
    }
    .rule {
      margin-block-start: var(--bu-space-2);
      font-size: var(--bu-text-sm);
      color: var(--bu-ink-muted);
    }
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: var(--bu-space-2);
      font-size: var(--bu-text-sm);
    }
    .positions {
      margin-block-start: var(--bu-space-3);
    }
    .kinds,
    .kind {
      color: var(--bu-ink-subtle);
    }
    .figures li {
      display: grid;
      grid-template-columns: minmax(6rem, auto) 1fr;
      gap: 0 var(--bu-space-3);
    }
    .value {
      font-weight: var(--bu-weight-medium);
    }
    q {
      grid-column: 1 / -1;
      color: var(--bu-ink-muted);
      overflow-wrap: anywhere;
    }
  `,
})
export class FoundFigures {
  readonly application = input.required<ApplicationView>();
  protected readonly sentence = sentence;
  protected readonly kindsOf = (kinds: readonly string[]): string =>
    kinds.map((kind) => (kind === 'ml' ? 'machine learning' : kind)).join(', ');
  protected readonly hasContext = computed(() => {
    const { education, certifications } = this.application().context;
    return education.length + certifications.length > 0;
  });
}
