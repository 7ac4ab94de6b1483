// One practice task as the editor and the fields know a task: what is typed stays on this page and is forgotten with it.
import { getPracticeRun } from '../../api/fn/candidate/get-practice-run';
import { requestPracticeRun } from '../../api/fn/candidate/request-practice-run';
import type { Api } from '../../api/api';
import type { CandidateTaskView } from '../../api/models';
import { blankAnswer } from '../answers/answer-state';
import { type DraftPorts, DraftSaver } from '../drafts/draft-saver';
import { type RunPorts, RunWatch } from '../live/run-watch';
import type { AnswerDesk } from '../task-work';
import type { Place } from '../working/remembered-place';

export class PracticeWork implements AnswerDesk {
  readonly saver: DraftSaver;
  readonly run: RunWatch;
  place: Place | undefined;

  constructor(
    readonly view: CandidateTaskView,
    api: Api,
    token: string,
    live: () => boolean,
  ) {
    const { position } = view;
    const runs: RunPorts = {
      request: (answer) => api.invoke(requestPracticeRun, { token, position, body: { answer } }),
      read: (id) => api.invoke(getPracticeRun, { token, id }),
    };
    this.saver = new DraftSaver(keptNowhere, blankAnswer(view), null, []);
    this.run = new RunWatch(runs, position, live, null);
  }

  close(): void {
    this.saver.close();
    this.run.close();
  }
}

/** Neither sent nor stored. */
const keptNowhere: DraftPorts = {
  send: (baseRevision) => Promise.resolve({ revision: baseRevision + 1, savedAt: new Date().toISOString() }),
  latest: () => Promise.resolve(null),
  kindOf: () => 'retry',
  keep: () => undefined,
  drop: () => undefined,
  forget: () => undefined,
};
