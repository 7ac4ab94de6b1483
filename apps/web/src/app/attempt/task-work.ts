// One task being worked on: what it asks, its draft and its run.
import { computed, signal } from '@angular/core';
import type { Api } from '../api/api';
import { getAttemptTask } from '../api/fn/candidate/get-attempt-task';
import { getRun } from '../api/fn/candidate/get-run';
import { getRunAnswer } from '../api/fn/candidate/get-run-answer';
import { getSavedVersion } from '../api/fn/candidate/get-saved-version';
import { getTaskHistory } from '../api/fn/candidate/get-task-history';
import { requestRun } from '../api/fn/candidate/request-run';
import { saveDraft } from '../api/fn/candidate/save-draft';
import type { CandidateTaskView, EarlierAnswerView, TaskHistoryView } from '../api/models';
import { toProblem } from '../ui/problem';
import { blankAnswer, completeness } from './answers/answer-state';
import { DraftSaver, type DraftPorts, type LocalCopy } from './drafts/draft-saver';
import type { FoundCopy, LocalCopies } from './drafts/local-copies';
import { type RunPorts, RunWatch } from './live/run-watch';
import type { Place } from './working/remembered-place';

/** What the fields and the editor need of a task; practice offers the same without keeping anything. */
export type AnswerDesk = Pick<TaskWork, 'view' | 'run' | 'place'> & { readonly saver: DraftSaver<LocalCopy> };

export class TaskWork {
  readonly saver: DraftSaver<FoundCopy>;
  readonly run: RunWatch;
  /** False when the browser refused to keep a copy: then only the server's word counts. */
  readonly keptLocally = signal(true);
  /** Where the cursor stands in the program. Not a signal: nothing on the page follows it. */
  place: Place | undefined;
  readonly completeness = computed(() => completeness(this.view, this.saver.answer()));

  private constructor(
    readonly view: CandidateTaskView,
    private readonly api: Api,
    private readonly token: string,
    copies: LocalCopies,
    live: () => boolean,
  ) {
    const { position } = view;
    const ports: DraftPorts<FoundCopy> = {
      send: (baseRevision, answer) => {
        const cursor = answer.kind === 'c' ? this.place?.cursor : undefined;
        return api.invoke(saveDraft, { token, position, body: { baseRevision, answer, cursor } });
      },
      latest: async () => (await api.invoke(getAttemptTask, { token, position })).draft,
      kindOf: faultKind,
      keep: (copy) => this.keptLocally.set(copies.keep(position, copy)),
      drop: () => copies.drop(position),
      forget: ({ key }) => copies.forget(key),
    };
    const cursor = view.draft?.cursor ?? null;
    if (cursor !== null) this.place = { cursor };
    this.saver = new DraftSaver(ports, blankAnswer(view), view.draft, copies.found(position));
    const runs: RunPorts = {
      request: (answer) => api.invoke(requestRun, { token, position, body: { answer } }),
      read: (id) => api.invoke(getRun, { token, id }),
    };
    this.run = new RunWatch(runs, position, live, view.lastRun);
  }

  static async open(
    api: Api,
    token: string,
    position: number,
    copies: LocalCopies,
    live: () => boolean,
  ): Promise<TaskWork> {
    const view = await api.invoke(getAttemptTask, { token, position });
    return new TaskWork(view, api, token, copies, live);
  }

  /** Saved versions before a revision, and with the first page the runs. */
  history(before?: number): Promise<TaskHistoryView> {
    return this.api.invoke(getTaskHistory, { token: this.token, position: this.view.position, before });
  }

  answerOfVersion(revision: number): Promise<EarlierAnswerView> {
    return this.api.invoke(getSavedVersion, { token: this.token, position: this.view.position, revision });
  }

  answerOfRun(id: string): Promise<EarlierAnswerView> {
    return this.api.invoke(getRunAnswer, { token: this.token, id });
  }

  close(): void {
    this.saver.close();
    this.run.close();
  }
}

function faultKind(error: unknown): 'retry' | 'conflict' | 'refused' {
  const { kind } = toProblem(error);
  if (kind === 'conflict') return 'conflict';
  return kind === 'offline' || kind === 'busy' || kind === 'server' ? 'retry' : 'refused';
}
