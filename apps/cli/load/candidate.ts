// One simulated candidate: starts, types, saves again and again, hands in; remembers every revision that was acknowledged.
import type { Answer } from '@bringup/grading';
import { DomainError } from '@bringup/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Reply } from './client';

/** What the server said it has on disk. */
export interface Acknowledged {
  readonly position: number;
  readonly revision: number;
  readonly sha256: string;
}

/** Milliseconds of each kind of request, and how often no answer came and it was sent again. */
export interface Tally {
  /** Acknowledged before the rush at the end, and in it. */
  readonly drafts: number[];
  readonly draftsInRush: number[];
  hasRushBegun: boolean;
  readonly submissions: number[];
  readonly refused: Map<string, number>;
  repeats: number;
}

export function emptyTally(): Tally {
  return { drafts: [], draftsInRush: [], hasRushBegun: false, submissions: [], refused: new Map(), repeats: 0 };
}

interface TaskSeen {
  readonly position: number;
  readonly kind: Answer['kind'];
  readonly fields: readonly string[];
  revision: number;
}

const retryMs = 500;

export class Candidate {
  readonly acknowledged: Acknowledged[] = [];
  private tasks: TaskSeen[] = [];
  private edits = 0;

  constructor(
    readonly token: string,
    private readonly client: Client,
    private readonly tally: Tally,
    /** The program that the candidate works on. */
    private readonly program: string,
  ) {}

  private get base(): string {
    return `/api/attempt/${this.token}`;
  }

  async start(): Promise<void> {
    const { consent } = (await this.insist('GET', this.base)).body as { consent: { version: string } };
    await this.insist('POST', `${this.base}/start`, { consent: consent.version });
    const attempt = (await this.insist('GET', this.base)).body as {
      tasks: { position: number; kind: Answer['kind'] }[];
    };
    for (const { position, kind } of attempt.tasks) {
      const { body } = await this.insist('GET', `${this.base}/tasks/${position}`);
      const { fields } = body as { fields: { name: string }[] };
      this.tasks.push({ position, kind, fields: fields.map(({ name }) => name), revision: 0 });
    }
    this.client.listen(`${this.base}/events`);
  }

  /** Saves a draft of the task whose turn it is. */
  async save(): Promise<void> {
    const task = this.tasks[this.edits % this.tasks.length];
    if (!task) return;
    this.edits += 1;
    await this.keep(task, this.answerTo(task));
  }

  /** Saves the program with a remark. */
  async saveProgram(remark: string): Promise<void> {
    await this.keep(this.programTask, this.programWith(remark));
  }

  /** Asks for a run of the program and waits as the page does; resolves to the milliseconds until the verdict is there. */
  async clickRun(remark: string): Promise<number> {
    const { position } = this.programTask;
    const started = performance.now();
    const asked = await this.insist('POST', `${this.base}/tasks/${position}/runs`, {
      answer: this.programWith(remark),
    });
    const { id } = asked.body as { id: string };
    for (;;) {
      const event = this.client.nextEvent(1000);
      const { state } = (await this.insist('GET', `${this.base}/runs/${id}`)).body as { state: string };
      if (state === 'done') return performance.now() - started;
      if (state === 'failed') throw new DomainError('run-failed', 'A run of a good program failed.');
      await event;
    }
  }

  private get programTask(): TaskSeen {
    const task = this.tasks.find(({ kind }) => kind === 'c');
    if (!task) throw new DomainError('task-not-found', 'The assessment has no task in C.');
    return task;
  }

  private programWith(remark: string): Answer {
    return { kind: 'c', source: `${this.program}\n// ${remark}\n` };
  }

  private async keep(task: TaskSeen, answer: Answer): Promise<void> {
    const body = { baseRevision: task.revision, answer };
    const reply = await this.insist('PUT', `${this.base}/tasks/${task.position}/draft`, body);
    if (reply.status !== 200) return this.refuse(reply);
    const { revision, sha256 } = reply.body as { revision: number; sha256: string };
    (this.tally.hasRushBegun ? this.tally.draftsInRush : this.tally.drafts).push(reply.milliseconds);
    task.revision = revision;
    this.acknowledged.push({ position: task.position, revision, sha256 });
  }

  async submit(): Promise<void> {
    const reply = await this.insist('POST', `${this.base}/submission`, { confirm: true });
    if (reply.status === 200) this.tally.submissions.push(reply.milliseconds);
    else this.refuse(reply);
    this.client.close();
  }

  private refuse({ status, body }: Reply): void {
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : String(status);
    this.tally.refused.set(code, (this.tally.refused.get(code) ?? 0) + 1);
  }

  /** Sends until the server answers for itself: what was sent before and got no answer may or may not be on disk. */
  private async insist(method: string, path: string, body?: unknown): Promise<Reply> {
    for (;;) {
      const reply = await this.client.send(method, path, body).catch(() => undefined);
      if (reply !== undefined && reply.status < 500) return reply;
      this.tally.repeats += 1;
      await sleep(retryMs);
    }
  }

  private answerTo({ kind, fields }: TaskSeen): Answer {
    const values = Object.fromEntries(fields.map((name, index) => [name, String(this.edits + index)]));
    if (kind === 'c') return this.programWith(`edit ${this.edits}`);
    if (kind === 'numeric') return { kind, fields: values };
    return { kind, fields: values, justification: `Words of edit ${this.edits}.` };
  }
}
