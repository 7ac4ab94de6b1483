// bu-pipeline: who stands where, stage by stage, with what is known of each: score, assessment, scorecards.
import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PipelineCard, PipelineView } from '../api/models';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { PointsPipe } from '../ui/figure-pipes';
import { StatusChip } from '../ui/status-chip';
import { Time } from '../ui/time';

@Component({
  selector: 'bu-pipeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, EmptyState, PointsPipe, RouterLink, StatusChip, Time],
  templateUrl: './pipeline.html',
  styleUrl: './pipeline.scss',
})
export class Pipeline {
  readonly pipeline = input.required<PipelineView>();
  readonly empty = input(false, { transform: booleanAttribute });
  readonly isOpen = input(false, { transform: booleanAttribute });

  protected scoreOf(card: PipelineCard): string {
    const score = card.confirmedScore ?? card.suggestedScore;
    return score === null ? '–' : score.toFixed(1);
  }

  protected scoreMeans(card: PipelineCard): string {
    if (card.confirmedScore !== null) return `confirmed on ${card.ratingsConfirmed} of 5 criteria`;
    return card.suggestedScore === null ? 'not read yet' : 'suggested, nobody has confirmed it';
  }
}
