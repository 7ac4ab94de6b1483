// bu-interview-card: one interview in the candidate's own time zone, named; who they meet and where.
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StatusView } from '../api/models';
import { durationText } from '../ui/figures';
import { Icon } from '../ui/icon';
import { Ticker } from '../ui/ticker';
import { absoluteText, clockTimeText, dateText, ownZone, relativeText } from '../ui/time-words';

@Component({
  selector: 'bu-interview-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @let shown = interview();
    <div class="day" aria-hidden="true">
      <span class="number bu-figure">{{ day() }}</span>
      <span>{{ month() }}</span>
    </div>
    <div class="words">
      <h3>{{ shown.title }}</h3>
      <p>
        <time [attr.datetime]="shown.startsAt">{{ starts() }}</time>
      </p>
      <p class="bu-muted">{{ utc() }} · {{ length() }} · {{ relative() }}</p>
      @if (shown.interviewers.length) {
        <p class="with-icon">
          <bu-icon name="users" label="With" /><span>{{ people() }}</span>
        </p>
      }
      @if (shown.location) {
        <p class="with-icon">
          <bu-icon name="link" label="Where" />
          @if (link(); as href) {
            <a [href]="href" rel="noreferrer">{{ shown.location }}</a>
          } @else {
            {{ shown.location }}
          }
        </p>
      }
    </div>
  `,
  styleUrl: './interview-card.scss',
})
export class InterviewCard {
  readonly interview = input.required<StatusView['interviews'][number]>();
  private readonly ticker = inject(Ticker);
  private readonly at = computed(() => new Date(this.interview().startsAt));
  protected readonly day = computed(() => dateText(this.at(), ownZone()).split(' ')[1] ?? '');
  protected readonly month = computed(() => dateText(this.at(), ownZone()).split(' ')[2] ?? '');
  protected readonly starts = computed(() => absoluteText(this.at(), ownZone()));
  protected readonly utc = computed(() => `${dateText(this.at(), 'UTC')}, ${clockTimeText(this.at(), 'UTC')} UTC`);
  protected readonly relative = computed(() => relativeText(this.at(), this.ticker.slow()));
  protected readonly length = computed(() =>
    durationText((new Date(this.interview().endsAt).getTime() - this.at().getTime()) / 1000),
  );
  protected readonly people = computed(() =>
    new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(this.interview().interviewers),
  );
  protected readonly link = computed(() =>
    /^https?:\/\/\S+$/.test(this.interview().location) ? this.interview().location : '',
  );
}
