// One attempt as this page works on it: what the server says, its clock, its tasks and their drafts. Lives with the page.
import { Injectable, DestroyRef, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { endBreak } from '../api/fn/candidate/end-break';
import { getAttempt } from '../api/fn/candidate/get-attempt';
import { requestAccommodation } from '../api/fn/candidate/request-accommodation';
import { startAttempt } from '../api/fn/candidate/start-attempt';
import { submitAttempt } from '../api/fn/candidate/submit-attempt';
import { takeBreak } from '../api/fn/candidate/take-break';
import type { AccommodationKind, CandidateAttemptView } from '../api/models';
import { ServerClock } from '../ui/server-clock';
import { type ClockReading, clockJumped } from './clock/clock-jump';
import { type FoundCopy, LocalCopies } from './drafts/local-copies';
import { AttemptEvents } from './live/attempt-events';
import { TaskWork } from './task-work';
import { RememberedPlaces } from './working/remembered-place';

/** Staff may give time back or extend; the page hears of it within this time. */
const refreshMs = 60_000;
const sleepWatchMs = 5000;
/** A run tells of its progress several times a second; the attempt itself is asked for at most this often. */
const eventRefreshMs = 1500;
const driftStepMs = 10_000;

@Injectable()
export class AttemptSession {
  private readonly api = inject(Api);
  private readonly present = signal<CandidateAttemptView | undefined>(undefined);
  private readonly fault = signal<unknown>(undefined);
  private readonly works = signal<readonly TaskWork[]>([]);
  private readonly opening = new Map<number, Promise<TaskWork>>();
  private copies = new LocalCopies('');
  private remembered = new RememberedPlaces('');
  private events: AttemptEvents | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private refreshSoon: ReturnType<typeof setTimeout> | undefined;
  private heardAt = -Infinity;
  private key = '';

  readonly view = this.present.asReadonly();
  /** Why there is no view. Once there is one, later failures leave it standing. */
  readonly problem = this.fault.asReadonly();
  readonly clock = new ServerClock(() => performance.now());
  /** By how many milliseconds this computer's clock is ahead of the server's, to ten seconds. */
  readonly drift = signal(0);
  /** The tasks that were opened so far. */
  readonly opened = this.works.asReadonly();
  /** True while the clock runs: neither paused nor on a break. */
  readonly running = computed(() => this.present()?.clock.stand === 'running');
  readonly allSafe = computed(() => this.works().every((work) => work.saver.safe()));

  constructor() {
    const wake = (): void => {
      if (document.visibilityState === 'visible') void this.refresh();
      else void this.flush();
    };
    const online = (): void => void this.flush().then(() => this.refresh());
    const leave = (event: BeforeUnloadEvent): void => {
      if (this.allSafe()) return;
      void this.flush();
      event.preventDefault();
    };
    let before = readClocks();
    const sleepWatch = setInterval(() => {
      const now = readClocks();
      if (clockJumped(before, now)) void this.refresh();
      before = now;
    }, sleepWatchMs);
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', online);
    addEventListener('beforeunload', leave);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(sleepWatch);
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('online', online);
      removeEventListener('beforeunload', leave);
      this.close();
    });
  }

  get token(): string {
    return this.key;
  }

  /** Opens the attempt behind a link; a second call with another link starts afresh. */
  async open(token: string): Promise<void> {
    this.close();
    this.key = token;
    this.copies = new LocalCopies(token);
    this.remembered = new RememberedPlaces(token);
    this.present.set(undefined);
    this.timer = setInterval(() => void this.refresh(), refreshMs);
    await this.refresh();
  }

  /** Reads the attempt again, and with it the server's clock. */
  async refresh(): Promise<void> {
    try {
      await this.ask(() => this.api.invoke(getAttempt, { token: this.key }));
      this.fault.set(undefined);
    } catch (error) {
      if (!this.present()) this.fault.set(error);
    }
  }

  /** Starts the clock; `consent` is the version of the words that were read. Throws what the request throws. */
  start(consent: string): Promise<void> {
    return this.ask(() => this.api.invoke(startAttempt, { token: this.key, body: { consent } }));
  }

  /** Milliseconds that the server takes to answer, there and back. Throws what the request throws. */
  async roundTrip(): Promise<number> {
    const sentAt = performance.now();
    await this.ask(() => this.api.invoke(getAttempt, { token: this.key }));
    return performance.now() - sentAt;
  }

  /** Whether changes arrive here by themselves, without being asked for. */
  hears(): boolean {
    return this.events?.live() ?? false;
  }

  /** Asks for extra time, breaks or another format. Throws what the request throws. */
  request(kinds: readonly AccommodationKind[], words: string): Promise<void> {
    const body = { kinds: [...kinds], ...(words ? { words } : {}) };
    return this.ask(() => this.api.invoke(requestAccommodation, { token: this.key, body }));
  }

  /** Saves what is not saved, then the clock stands. Throws what the request throws. */
  async takeBreak(): Promise<void> {
    await this.flush();
    await this.ask(() => this.api.invoke(takeBreak, { token: this.key }));
  }

  /** Throws what the request throws. */
  endBreak(): Promise<void> {
    return this.ask(() => this.api.invoke(endBreak, { token: this.key }));
  }

  /** Hands in what is saved. Throws what the request throws. */
  async submit(): Promise<void> {
    await this.ask(() => this.api.invoke(submitAttempt, { token: this.key, body: { confirm: true } }));
  }

  /** Saves everything that is not saved. Resolves to whether all of it now is. */
  async flush(): Promise<boolean> {
    await Promise.all(this.works().map((work) => work.saver.flush()));
    return this.allSafe();
  }

  /** Where the attempt goes on when its bare link is opened: where this device left it, or where any device saved last. */
  resumeAt(): number | undefined {
    const view = this.present();
    const here = this.remembered.task(view?.lastWorkedOn ?? null);
    const known = view?.tasks.map(({ position }) => position) ?? [];
    return (
      [here, view?.lastWorkedOn].find((position) => typeof position === 'number' && known.includes(position)) ??
      undefined
    );
  }

  /** The candidate is at this task now. */
  visit(position: number): void {
    this.remembered.visit(position, this.present()?.lastWorkedOn ?? null);
  }

  /** Remembers, on this device, where in a program the candidate is. */
  rememberPlace(work: TaskWork): void {
    if (work.place) this.remembered.keep(work.view.position, work.place, work.saver.savedAt());
  }

  /** A task to work on, read once and then kept with its draft for as long as the page lives. */
  task(position: number): Promise<TaskWork> {
    const known = this.opening.get(position);
    if (known) return known;
    const work = TaskWork.open(this.api, this.key, position, this.copies, () => this.events?.live() ?? false).then(
      (done) => {
        // This device knows the place to the line; the server knows it from the last save, on whatever machine.
        done.place = this.remembered.placeOf(position, done.view.draft?.savedAt) ?? done.place;
        this.works.update((all) => [...all, done].sort((a, b) => a.view.position - b.view.position));
        return done;
      },
    );
    this.opening.set(position, work);
    work.catch(() => this.opening.delete(position));
    return work;
  }

  private async ask(request: () => Promise<CandidateAttemptView>): Promise<void> {
    const sentAt = performance.now();
    const token = this.key;
    const view = await request();
    if (token !== this.key) return;
    this.clock.observe(new Date(view.serverNow).getTime(), sentAt, performance.now());
    const wasRunning = this.running();
    this.drift.set(Math.round(this.clock.drift(Date.now()) / driftStepMs) * driftStepMs);
    this.present.set(view);
    for (const work of this.works()) {
      const savedAt = view.tasks.find((task) => task.position === work.view.position)?.savedAt;
      if (savedAt) void work.saver.follow(savedAt);
    }
    if (['scheduled', 'open', 'in-progress'].includes(view.state)) this.listen();
    else this.leaveTasks();
    if (!wasRunning && this.running()) this.goOn();
  }

  private listen(): void {
    this.events ??= new AttemptEvents(this.api.rootUrl, this.key, () => {
      if (this.running()) for (const work of this.works()) void work.run.look();
      this.hear();
    });
  }

  /** Something changed: perhaps the clock was stopped or moved, perhaps a run went on. Asked for now, and then with pauses. */
  private hear(): void {
    clearTimeout(this.refreshSoon);
    const wait = Math.max(0, this.heardAt + eventRefreshMs - performance.now());
    this.refreshSoon = setTimeout(() => {
      this.heardAt = performance.now();
      void this.refresh();
    }, wait);
  }

  /** The clock runs (again): what was typed and refused meanwhile is saved, and runs are looked for. */
  private goOn(): void {
    void this.flush();
    for (const work of this.works()) void work.run.look();
  }

  /** What was typed in this browser and never acknowledged by the server: after the end, all that is left of it. */
  leftovers(): readonly { readonly position: number; readonly copy: FoundCopy }[] {
    return (this.present()?.tasks ?? []).flatMap(({ position }) =>
      this.copies.all(position).map((copy) => ({ position, copy })),
    );
  }

  dropLeftovers(): void {
    for (const { copy } of this.leftovers()) this.copies.forget(copy.key);
  }

  private leaveTasks(): void {
    for (const work of this.works()) work.close();
    this.works.set([]);
    this.opening.clear();
    this.events?.close();
    this.events = undefined;
  }

  private close(): void {
    clearInterval(this.timer);
    clearTimeout(this.refreshSoon);
    this.leaveTasks();
  }
}

function readClocks(): ClockReading {
  return { wall: Date.now(), monotonic: performance.now() };
}
