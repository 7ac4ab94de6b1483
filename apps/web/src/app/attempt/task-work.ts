// One task being worked on: what it asks, its draft and its run.
import { computed, signal } from '@angular/core';
import type { Api } from '../api/api';
import { getAttemptTask } from '../api/fn/candidate/get-attempt-task';
import { getRun } from '../api/fn/candidate/get-run';
import { requestRun } from '../api/fn/candidate/request-run';
import { saveDraft } from '../api/fn/candidate/save-draft';
import type { CandidateTaskView } from '../api/models';
import { toProblem } from '../ui/problem';
import { blankAnswer, completeness } from './answers/answer-state';
import { DraftSaver, type DraftPorts } from './drafts/draft-saver';
import type { LocalCopies } from './drafts/local-copies';
import { type RunPorts, RunWatch } from './live/run-watch';

/** What the fields and the editor need of a task; practice offers the same without keeping anything. */
export type AnswerDesk = Pick<TaskWork, 'view' | 'saver' | 'run'>;

export class TaskWork {
  readonly saver: DraftSaver;
  readonly run: RunWatch;
  /** False when the browser refused to keep a copy: then only the server's word counts. */
  readonly keptLocally = signal(true);
  readonly completeness = computed(() => completeness(this.view, this.saver.answer()));

  private constructor(
    readonly view: CandidateTaskView,
    api: Api,
    token: string,
    copies: LocalCopies,
    live: () => boolean,
  ) {
    const { position } = view;
    const ports: DraftPorts = {
      send: (baseRevision, answer) => api.invoke(saveDraft, { token, position, body: { baseRevision, answer } }),
      latest: async () => (await api.invoke(getAttemptTask, { token, position })).draft,
      kindOf: faultKind,
      keep: (copy) => this.keptLocally.set(copies.keep(position, copy)),
      drop: () => copies.drop(position),
    };
    this.saver = new DraftSaver(ports, blankAnswer(view), view.draft, copies.read(position));
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
