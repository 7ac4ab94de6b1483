// bu-fair-play: what was noted during an attempt and how similar its programs are to others: evidence with context, never a score.
import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../../api/api';
import { getFairPlay } from '../../api/fn/attempts/get-fair-play';
import type { FairPlayView } from '../../api/models';
import { PointsPipe } from '../../ui/figure-pipes';
import { Icon } from '../../ui/icon';
import { ProblemPanel } from '../../ui/problem-panel';
import { SectionCard } from '../../ui/section-card';
import { StatusChip } from '../../ui/status-chip';
import { sentence } from '../../ui/status-words';
import { Time } from '../../ui/time';
import { minutesNote, sinceStartText } from './assessment-minutes';
import { courseSummary, courseWords, findingWords, kindsNoted, mayAlsoMean, shareOfTime } from './fair-play-words';

type Course = FairPlayView['attempts'][number];

@Component({
  selector: 'bu-fair-play',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, PointsPipe, ProblemPanel, RouterLink, SectionCard, StatusChip, Time],
  templateUrl: './fair-play.html',
  styleUrl: './fair-play.scss',
})
export class FairPlay {
  readonly applicationId = input.required<string>();
  /** Goes up when the server said that something changed. */
  readonly changes = input(0);

  private readonly api = inject(Api);
  protected readonly found = resource({
    params: () => ({ id: this.applicationId(), changes: this.changes() }),
    loader: ({ params }) => this.api.invoke(getFairPlay, { id: params.id }),
  });
  protected readonly words = courseWords;
  protected readonly summary = courseSummary;
  protected readonly sentence = sentence;
  protected readonly kindsOf = kindsNoted;
  protected readonly meanings = mayAlsoMean;
  protected readonly kindNames = { paste: 'A paste', away: 'An absence', burst: 'A burst' } as const;
  protected readonly finding = findingWords;
  protected readonly share = shareOfTime;
  protected readonly time = sinceStartText;
  protected readonly minutesNote = minutesNote;

  protected taskOf(position: number | null, course: Course): string {
    return course.tasks.find((task) => task.position === position)?.title ?? '';
  }
}
