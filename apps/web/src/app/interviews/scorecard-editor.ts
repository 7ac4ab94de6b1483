// bu-scorecard-editor: one's own scorecard: a rating with a note for each focus criterion, a recommendation, saved while writing.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Api } from '../api/api';
import { saveScorecard } from '../api/fn/interviews/save-scorecard';
import { submitScorecard } from '../api/fn/interviews/submit-scorecard';
import type { InterviewView, Scorecard, ScorecardBody } from '../api/models';
import { Announcer } from '../ui/announcer';
import { Confirm } from '../ui/confirm';
import { Field, InputControl } from '../ui/field';
import { Icon } from '../ui/icon';
import { toProblem, type Problem } from '../ui/problem';
import { ProblemPanel } from '../ui/problem-panel';
import { RatingScale } from '../ui/rating-scale';
import { SectionCard } from '../ui/section-card';
import { statusWord } from '../ui/status-words';
import { clockTimeText, ownZone } from '../ui/time-words';

type Draft = Omit<ScorecardBody, 'version'>;
type Tag = Scorecard['ratings'][number]['tag'];

const recommendations = ['strong-no', 'no', 'yes', 'strong-yes'] as const;
const pauseMs = 900;

@Component({
  selector: 'bu-scorecard-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Field, Icon, InputControl, ProblemPanel, RatingScale, SectionCard],
  templateUrl: './scorecard-editor.html',
  styleUrl: './scorecard-editor.scss',
})
export class ScorecardEditor {
  readonly interview = input.required<InterviewView>();
  readonly submitted = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(Announcer);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<boolean> = Promise.resolve(true);

  protected readonly choices = recommendations.map((value) => ({
    value,
    label: statusWord('recommendation', value).label,
  }));
  protected readonly criteria = computed(() =>
    this.interview()
      .criteria.filter((criterion) => this.interview().kit.focus.includes(criterion.tag))
      .map((criterion) => ({ ...criterion, anchors: criterion.anchors.map((anchor) => anchor.text) })),
  );
  protected readonly draft = linkedSignal<Draft>(() => draftOf(this.interview()));
  private readonly version = linkedSignal(() => this.interview().myScorecard?.version ?? 0);
  protected readonly savedAt = linkedSignal(() => this.interview().myScorecard?.savedAt);
  protected readonly state = signal<'saved' | 'dirty' | 'saving' | 'failed'>('saved');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly missing = computed(() => {
    const open = this.draft()
      .ratings.filter((rating) => rating.rating === null && !rating.note.trim())
      .map((rating) => rating.tag);
    return [
      ...open.map((tag) => `a rating for ${tag}, or a note why it was not assessed`),
      ...(this.draft().recommendation ? [] : ['a recommendation']),
    ];
  });
  protected readonly note = computed(() => {
    switch (this.state()) {
      case 'dirty':
      case 'saving':
        return 'Saving';
      case 'failed':
        return 'Not saved';
      case 'saved': {
        const at = this.savedAt();
        return at ? `Saved at ${clockTimeText(new Date(at), ownZone())}` : 'Nothing written yet';
      }
    }
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      if (this.state() === 'dirty') void this.save();
    });
  }

  protected rate(tag: Tag, rating: number | null): void {
    this.changeRating(tag, (line) => ({ ...line, rating }));
  }

  protected write(tag: Tag, note: string): void {
    this.changeRating(tag, (line) => ({ ...line, note }));
  }

  protected change(part: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
    this.state.set('dirty');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pauseMs);
  }

  protected ratingOf(tag: Tag): Draft['ratings'][number] {
    return this.draft().ratings.find((line) => line.tag === tag) ?? { tag, rating: null, note: '' };
  }

  /** One save at a time, in the order of the changes; resolves to whether the newest words are on the server. */
  protected save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.send());
    return this.saving;
  }

  protected async submit(): Promise<void> {
    if (this.missing().length > 0 || this.busy()) {
      this.announcer.say(`Still needed: ${this.missing().join(', ')}.`, 'assertive');
      return;
    }
    const answer = await this.confirm.ask({
      title: 'Submit your scorecard?',
      sentence: 'It is locked from then on, and the others’ scorecards open to you.',
      action: 'Submit scorecard',
    });
    if (!answer) return;
    this.busy.set(true);
    try {
      if (!(await this.save())) return;
      await this.api.invoke(submitScorecard, { id: this.interview().id });
      this.announcer.toast('Scorecard submitted');
      this.submitted.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  private changeRating(tag: Tag, change: (line: Draft['ratings'][number]) => Draft['ratings'][number]): void {
    this.change({ ratings: this.draft().ratings.map((line) => (line.tag === tag ? change(line) : line)) });
  }

  private async send(): Promise<boolean> {
    const draft = this.draft();
    this.state.set('saving');
    this.problem.set(undefined);
    try {
      const saved = await this.api.invoke(saveScorecard, {
        id: this.interview().id,
        body: { ...draft, version: this.version() },
      });
      this.version.set(saved.version);
      this.savedAt.set(saved.savedAt);
      this.state.set(this.draft() === draft ? 'saved' : 'dirty');
      return true;
    } catch (error) {
      this.problem.set(toProblem(error));
      this.state.set('failed');
      return false;
    }
  }
}

function draftOf(interview: InterviewView): Draft {
  const card = interview.myScorecard;
  return {
    ratings: interview.kit.focus.map((tag) => {
      const line = card?.ratings.find((rating) => rating.tag === tag);
      return { tag, rating: line?.rating ?? null, note: line?.note ?? '' };
    }),
    recommendation: card?.recommendation ?? null,
    summary: card?.summary ?? '',
  };
}
