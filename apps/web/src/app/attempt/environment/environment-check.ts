// bu-environment-check: looks at this browser and this connection before the start. Blocks nothing, keeps nothing, sends nothing about it.
import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { Icon } from '../../ui/icon';
import { AttemptSession } from '../attempt-session';
import { type EnvironmentFacts, environmentFindings, findingsSummary } from './environment-findings';

/** Of several measurements the middle one is told. */
const measurements = 3;
/** A stream that is not open by then is told as held back; when it opens later, the words change. */
const patienceMs = 3000;

@Component({
  selector: 'bu-environment-check',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <p class="sum" role="status">{{ summary() }}</p>
    <ul>
      @for (finding of findings(); track finding.id) {
        <li [attr.data-state]="finding.state">
          <bu-icon
            [name]="finding.state === 'good' ? 'check' : finding.state === 'mind' ? 'info' : 'clock'"
            [label]="finding.state === 'good' ? 'Good' : finding.state === 'mind' ? 'Worth a look' : 'Measuring'"
          />
          <div>
            <h3>{{ finding.title }}</h3>
            <p>{{ finding.words }} {{ finding.advice }}</p>
          </div>
        </li>
      }
    </ul>
    <p class="foot">
      <button type="button" class="bu-button small" [disabled]="measuring()" (click)="look()">
        <bu-icon name="retry" />Look again
      </button>
      <span class="bu-muted">Looked at here, in your browser. Nothing about it is sent or kept.</span>
    </p>
  `,
  styleUrl: './environment-check.scss',
})
export class EnvironmentCheck {
  private readonly session = inject(AttemptSession);
  private readonly roundTripMs = signal<EnvironmentFacts['roundTripMs']>('measuring');
  private readonly storage = signal(storageKeeps());
  private readonly widthPx = signal(innerWidth);
  private readonly clockAheadSeconds = signal<number | null>(null);
  protected readonly measuring = computed(() => this.roundTripMs() === 'measuring');
  protected readonly findings = computed(() =>
    environmentFindings({
      missing: missingFeatures(),
      storage: this.storage(),
      roundTripMs: this.roundTripMs(),
      events: this.session.hears(),
      clockAheadSeconds: this.clockAheadSeconds(),
      widthPx: this.widthPx(),
    }),
  );
  protected readonly summary = computed(() => findingsSummary(this.findings()));

  constructor() {
    const resized = (): void => this.widthPx.set(innerWidth);
    addEventListener('resize', resized);
    inject(DestroyRef).onDestroy(() => removeEventListener('resize', resized));
    void this.look();
  }

  protected async look(): Promise<void> {
    this.roundTripMs.set('measuring');
    this.storage.set(storageKeeps());
    const began = performance.now();
    try {
      const times: number[] = [];
      while (times.length < measurements) times.push(await this.session.roundTrip());
      const middle = times.sort((a, b) => a - b)[Math.floor(measurements / 2)] ?? 0;
      while (!this.session.hears() && performance.now() - began < patienceMs) await pause(100);
      this.clockAheadSeconds.set((Date.now() - this.session.clock.now()) / 1000);
      this.roundTripMs.set(middle);
    } catch {
      this.roundTripMs.set('failed');
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the pages of the assessment use that a browser may lack. */
function missingFeatures(): string[] {
  const needed: readonly [string, boolean][] = [
    ['news from a server', 'EventSource' in globalThis],
    ['charts and editors that fit their place', 'ResizeObserver' in globalThis],
    ['time zones', knowsTimeZones()],
  ];
  return needed.filter(([, present]) => !present).map(([words]) => words);
}

function knowsTimeZones(): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo' }).resolvedOptions().timeZone === 'Europe/Oslo';
  } catch {
    return false;
  }
}

/** Tried with a word that is removed at once. */
function storageKeeps(): boolean {
  try {
    localStorage.setItem('bringup.try', 'kept');
    const kept = localStorage.getItem('bringup.try') === 'kept';
    localStorage.removeItem('bringup.try');
    return kept;
  } catch {
    return false;
  }
}
