// One answer written in several tabs and on several devices, over lines that break and replies that are lost, with the server's own
// rule for revisions: whatever happens in whatever order, every line that was typed is on record in the end.
import fc from 'fast-check';
import { nextRevision } from '../../../../../../libs/attempts/domain/draft-revision';
import type { Answer } from '../../api/models';
import { DraftSaver, type DraftPorts, type ServerDraft } from './draft-saver';
import { LocalCopies, type FoundCopy } from './local-copies';

const program = (source: string): Answer => ({ kind: 'c', source });
const sourceOf = (answer: Answer): string => (answer.kind === 'c' ? answer.source : '');
const blank = program(['int before;', '', 'int main(void) {', '  return 0;', '}', '', 'int after;'].join('\n'));

/** The server: every revision is kept, by the real rule. */
class Server {
  readonly kept: (ServerDraft & { readonly conflicting: boolean })[] = [];

  current(): ServerDraft | null {
    return this.kept.findLast((draft) => !draft.conflicting) ?? null;
  }

  save(baseRevision: number, answer: Answer): { revision: number; savedAt: string } {
    const current = this.current();
    const known = current ? { revision: current.revision, sha256: sourceOf(current.answer) } : undefined;
    const result = nextRevision(known, this.kept.length, { baseRevision, sha256: sourceOf(answer) });
    const savedAt = `at ${result.revision}`;
    if (result.outcome !== 'unchanged')
      this.kept.push({ revision: result.revision, savedAt, answer, conflicting: result.outcome === 'conflict' });
    if (result.outcome === 'conflict') throw new Error('conflict');
    return { revision: result.revision, savedAt };
  }
}

type Line = 'up' | 'down' | 'reply-lost';

/** A tab of a browser. Tabs 0 and 1 share a browser's storage, tab 2 is another device. */
class Tab implements DraftPorts<FoundCopy> {
  line: Line = 'up';
  private copies!: LocalCopies;
  saver!: DraftSaver<FoundCopy>;

  constructor(
    private readonly server: Server,
    private readonly device: string,
    private readonly name: string,
  ) {
    this.open();
  }

  /** Opened, reloaded, or opened again after a crash: nothing but the storage is left of what was. */
  open(page = 0): void {
    this.copies = new LocalCopies(this.device, `${this.name}${page}`);
    this.saver = new DraftSaver<FoundCopy>(this, blank, this.server.current(), this.copies.found(1));
  }

  async send(baseRevision: number, answer: Answer) {
    const { line } = this;
    await Promise.resolve();
    if (line === 'down') throw new Error('retry');
    const saved = this.server.save(baseRevision, answer);
    if (line === 'reply-lost') throw new Error('retry');
    return saved;
  }
  async latest() {
    await Promise.resolve();
    if (this.line !== 'up') throw new Error('retry');
    return this.server.current();
  }
  kindOf(error: unknown): 'retry' | 'conflict' {
    return (error as Error).message as 'retry' | 'conflict';
  }
  keep(copy: Parameters<LocalCopies['keep']>[1]): void {
    this.copies.keep(1, copy);
  }
  drop(): void {
    this.copies.drop(1);
  }
  forget({ key }: FoundCopy): void {
    this.copies.forget(key);
  }
}

type Step =
  | { readonly kind: 'type'; readonly tab: number; readonly place: number }
  | { readonly kind: 'line'; readonly tab: number; readonly line: Line }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'crash' | 'choose-mine' | 'choose-theirs' | 'look'; readonly tab: number };

const tab = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type'), tab, place: fc.nat({ max: 12 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('line'), tab, line: fc.constantFrom('up', 'down', 'reply-lost') }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(300, 900, 5000) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('crash', 'choose-mine', 'choose-theirs', 'look'), tab }),
  },
);

/** Plays the steps, then lets every line come back and every conflict be settled. */
async function play(steps: readonly Step[]) {
  localStorage.clear();
  const server = new Server();
  const tabs = ['laptop', 'laptop', 'desktop'].map((device, index) => new Tab(server, device, `tab${index}-`));
  const typed: string[] = [];
  let pages = 0;
  const at = (index: number): Tab => tabs[index];
  for (const one of steps) {
    if (one.kind === 'wait') await jest.advanceTimersByTimeAsync(one.ms);
    else if (one.kind === 'line') at(one.tab).line = one.line;
    else if (one.kind === 'type') {
      const { saver } = at(one.tab);
      const lines = sourceOf(saver.answer()).split('\n');
      typed.push(`typed ${typed.length}`);
      lines.splice(one.place, 0, typed.at(-1) ?? '');
      saver.edit(program(lines.join('\n')));
    } else if (one.kind === 'crash') {
      at(one.tab).saver.close();
      // A page opens only when the server answers.
      at(one.tab).line = 'up';
      at(one.tab).open((pages += 1));
    } else if (one.kind === 'look') await at(one.tab).saver.follow(server.current()?.savedAt ?? '');
    else if (one.kind === 'choose-mine') await at(one.tab).saver.keepMine();
    else at(one.tab).saver.takeTheirs();
  }
  for (const each of tabs) each.line = 'up';
  for (let round = 0; round < 6; round += 1) {
    for (const { saver } of tabs) {
      await jest.advanceTimersByTimeAsync(31_000);
      if (round % 2 === 0) await saver.keepMine();
      else saver.takeTheirs();
      await saver.flush();
    }
  }
  await jest.advanceTimersByTimeAsync(60_000);
  return { server, tabs, typed };
}

describe('an answer written in many places', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('keeps every line that was typed, and settles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { server, tabs, typed } = await play(steps);
        const record = new Set(server.kept.flatMap(({ answer }) => sourceOf(answer).split('\n')));
        for (const line of typed) expect(record).toContain(line);
        for (const { saver } of tabs) {
          expect(saver.safe()).toBe(true);
          saver.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('never replaces a line that another place had saved without saying so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          step.filter(({ kind }) => kind !== 'choose-mine' && kind !== 'choose-theirs'),
          { maxLength: 25 },
        ),
        async (steps) => {
          const { server } = await play(steps);
          // Of two versions that counted one after the other, the later holds all lines of the earlier, unless somebody chose.
          const counted = server.kept.filter((draft) => !draft.conflicting);
          const chosen = server.kept.some((draft) => draft.conflicting);
          if (chosen) return;
          counted.slice(1).forEach(({ answer }, index) => {
            const lines = new Set(sourceOf(answer).split('\n'));
            for (const line of sourceOf(counted[index]?.answer ?? blank).split('\n')) expect(lines).toContain(line);
          });
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('joins what two tabs typed in different places, and says so', async () => {
    const server = new Server();
    localStorage.clear();
    const [one, other] = [new Tab(server, 'laptop', 'a'), new Tab(server, 'laptop', 'b')];
    one.saver.edit(program(sourceOf(blank).replace('int before;', 'int first;')));
    await jest.advanceTimersByTimeAsync(1000);
    other.saver.edit(program(sourceOf(blank).replace('int after;', 'int last;')));
    await jest.advanceTimersByTimeAsync(3000);
    const joined = sourceOf(server.current()?.answer ?? blank);
    expect(joined).toContain('int first;');
    expect(joined).toContain('int last;');
    expect(other.saver.news()).toEqual({ kind: 'merged' });
    await one.saver.follow(server.current()?.savedAt ?? '');
    expect(sourceOf(one.saver.answer())).toBe(joined);
    expect(one.saver.news()).toMatchObject({ kind: 'followed' });
  });

  it('finds the same two versions again after a reload in the middle of a choice', async () => {
    const server = new Server();
    localStorage.clear();
    const [one, other] = [new Tab(server, 'laptop', 'a'), new Tab(server, 'desktop', 'b')];
    one.line = 'down';
    one.saver.edit(program('mine'));
    await jest.advanceTimersByTimeAsync(1000);
    other.saver.edit(program('theirs'));
    await jest.advanceTimersByTimeAsync(1000);
    for (let page = 1; page <= 3; page += 1) {
      one.saver.close();
      one.line = 'up';
      one.open(page);
      expect(one.saver.state().kind).toBe('conflict');
      one.saver.edit(program(`mine ${page}`));
    }
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sourceOf(server.current()?.answer ?? blank)).toBe('theirs');
  });
});
