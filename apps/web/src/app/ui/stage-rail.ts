// bu-stage-rail: the stages in order as a trace with pads; says which is done, current and still to come.
import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { sentence } from './status-words';

/** One stage; `label` defaults to the code in words, `note` is a short fact under it. */
export interface RailStage {
  readonly code: string;
  readonly label?: string;
  readonly note?: string;
}

@Component({
  selector: 'bu-stage-rail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol [attr.aria-label]="label()">
      @for (stage of shown(); track stage.code) {
        <li [class]="stage.where" [attr.aria-current]="stage.where === 'current' ? 'step' : null">
          <i aria-hidden="true"></i>
          <span class="name">{{ stage.name }}</span>
          <span class="bu-hidden">{{
            stage.where === 'done' ? ', done' : stage.where === 'ended' ? ', ended here' : ''
          }}</span>
          @if (stage.note) {
            <span class="note">{{ stage.note }}</span>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './stage-rail.scss',
})
export class StageRail {
  readonly stages = input.required<readonly RailStage[]>();
  readonly current = input.required<string>();
  /** The journey stopped at the current stage (rejected or withdrawn). */
  readonly ended = input(false, { transform: booleanAttribute });
  /** Everything, the current stage too, is done. */
  readonly complete = input(false, { transform: booleanAttribute });
  readonly label = input('Stages');

  protected readonly shown = computed(() => {
    const at = this.stages().findIndex((stage) => stage.code === this.current());
    return this.stages().map((stage, index) => ({
      code: stage.code,
      name: stage.label ?? sentence(stage.code),
      note: stage.note,
      where: this.where(index, at),
    }));
  });

  private where(index: number, at: number): 'done' | 'current' | 'ended' | 'ahead' {
    if (index < at || (index === at && this.complete())) return 'done';
    if (index > at) return 'ahead';
    return this.ended() ? 'ended' : 'current';
  }
}
