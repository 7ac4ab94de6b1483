// The life of a draft: typed, saved, offline, in conflict, too late; nothing acknowledged or typed is lost.
import type { Answer } from '../../api/models';
import { DraftSaver, type DraftPorts, type LocalCopy, type ServerDraft, ceilingMs, pauseMs } from './draft-saver';

const program = (source: string): Answer => ({ kind: 'c', source });
const blank = program('starter');

/** A server with revisions, an unreliable line, and a browser's storage. */
class World implements DraftPorts {
  draft: ServerDraft | null = null;
  local: LocalCopy | null = null;
  sends: string[] = [];
  line: 'up' | 'down' | 'reply-lost' | 'over' = 'up';

  async send(baseRevision: number, answer: Answer): Promise<{ revision: number; savedAt: string }> {
    await Promise.resolve();
    this.sends.push(answer.kind === 'c' ? answer.source : '');
    if (this.line === 'down') throw new Error('retry');
    if (this.line === 'over') throw new Error('refused');
    if (baseRevision !== (this.draft?.revision ?? 0)) throw new Error('conflict');
    const savedAt = new Date().toISOString();
    this.draft = { revision: baseRevision + 1, savedAt, answer };
    if (this.line === 'reply-lost') throw new Error('retry');
    return { revision: this.draft.revision, savedAt };
  }
  latest(): Promise<ServerDraft | null> {
    return Promise.resolve(this.draft);
  }
  kindOf(error: unknown): 'retry' | 'conflict' | 'refused' {
    return (error as Error).message as 'retry' | 'conflict' | 'refused';
  }
  keep(copy: LocalCopy): void {
    this.local = JSON.parse(JSON.stringify(copy)) as LocalCopy;
  }
  drop(): void {
    this.local = null;
  }
  /** In this world the copy that was found is the one that is kept. */
  forget(): void {
    if (this.sends.length === 0) this.local = null;
  }
  elsewhere(source: string): void {
    this.draft = {
      revision: (this.draft?.revision ?? 0) + 1,
      savedAt: new Date().toISOString(),
      answer: program(source),
    };
  }
  open(): DraftSaver {
    return new DraftSaver(this, blank, this.draft, this.local ? [this.local] : []);
  }
}

describe('DraftSaver', () => {
  let world: World;
  beforeEach(() => {
    jest.useFakeTimers();
    world = new World();
  });
  afterEach(() => jest.useRealTimers());

  it('is untouched until something is typed, and does not save what did not change', async () => {
    const saver = world.open();
    expect(saver.state().kind).toBe('untouched');
    saver.edit(program('starter'));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(world.sends).toEqual([]);
  });

  it('saves once after a pause, with the last text, and keeps it locally until acknowledged', async () => {
    const saver = world.open();
    saver.edit(program('a'));
    await jest.advanceTimersByTimeAsync(pauseMs - 1);
    saver.edit(program('ab'));
    await jest.advanceTimersByTimeAsync(pauseMs - 1);
    expect(world.sends).toEqual([]);
    expect(saver.state().kind).toBe('dirty');
    expect(world.local?.answer).toEqual(program('ab'));
    await jest.advanceTimersByTimeAsync(1);
    expect(world.sends).toEqual(['ab']);
    expect(saver.state()).toEqual({ kind: 'saved', at: world.draft?.savedAt });
    expect(world.local).toBeNull();
  });

  it('saves a person who never pauses at the ceiling', async () => {
    const saver = world.open();
    for (let typed = 0; typed * 500 <= ceilingMs; typed += 1) {
      saver.edit(program('x'.repeat(typed + 1)));
      await jest.advanceTimersByTimeAsync(500);
    }
    expect(world.sends.length).toBe(1);
  });

  it('saves again what was typed while a save was under way', async () => {
    const saver = world.open();
    saver.edit(program('a'));
    const flushed = saver.flush();
    expect(saver.state().kind).toBe('saving');
    saver.edit(program('ab'));
    await flushed;
    expect(saver.state().kind).toBe('dirty');
    await jest.advanceTimersByTimeAsync(pauseMs);
    expect(world.draft?.answer).toEqual(program('ab'));
    expect(saver.state().kind).toBe('saved');
  });

  it('tries again with growing waits while offline, sends the newest text, and says so honestly', async () => {
    const saver = world.open();
    world.line = 'down';
    saver.edit(program('a'));
    await jest.advanceTimersByTimeAsync(pauseMs);
    expect(saver.state()).toEqual({ kind: 'retrying', failures: 1, waitMs: 1000 });
    saver.edit(program('ab'));
    expect(saver.state().kind).toBe('retrying');
    await jest.advanceTimersByTimeAsync(1000 + 2000 + 4000);
    expect(saver.state()).toEqual({ kind: 'retrying', failures: 4, waitMs: 8000 });
    expect(world.local?.answer).toEqual(program('ab'));
    world.line = 'up';
    await saver.flush();
    expect(world.draft?.answer).toEqual(program('ab'));
    expect(saver.state().kind).toBe('saved');
  });

  it('never waits longer than half a minute', async () => {
    const saver = world.open();
    world.line = 'down';
    saver.edit(program('a'));
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(saver.state()).toMatchObject({ kind: 'retrying', waitMs: 30_000 });
  });

  it('recognises its own save when only the reply was lost, and goes on without a conflict', async () => {
    const saver = world.open();
    world.line = 'reply-lost';
    saver.edit(program('a'));
    await jest.advanceTimersByTimeAsync(pauseMs);
    expect(saver.state().kind).toBe('retrying');
    world.line = 'up';
    saver.edit(program('ab'));
    await jest.advanceTimersByTimeAsync(1000 + pauseMs);
    expect(saver.state().kind).toBe('saved');
    expect(world.draft?.answer).toEqual(program('ab'));
  });

  it('stops at a real conflict, overwrites nothing, and keeps mine when told to', async () => {
    const saver = world.open();
    saver.edit(program('mine'));
    world.elsewhere('theirs');
    await jest.advanceTimersByTimeAsync(pauseMs);
    expect(saver.state()).toMatchObject({ kind: 'conflict', theirs: { answer: program('theirs') } });
    saver.edit(program('mine, longer'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(world.draft?.answer).toEqual(program('theirs'));
    await saver.keepMine();
    expect(world.draft?.answer).toEqual(program('mine, longer'));
    expect(saver.state().kind).toBe('saved');
  });

  it('takes theirs when told to, and mine is on record', async () => {
    const saver = world.open();
    saver.edit(program('mine'));
    world.elsewhere('theirs');
    await jest.advanceTimersByTimeAsync(pauseMs);
    saver.edit(program('mine, longer'));
    saver.takeTheirs();
    expect(saver.answer()).toEqual(program('theirs'));
    expect(world.local).toBeNull();
    await jest.advanceTimersByTimeAsync(pauseMs);
    expect(world.sends).toEqual(['mine', 'mine, longer']);
    expect(saver.state().kind).toBe('saved');
    expect(world.draft?.answer).toEqual(program('theirs'));
  });

  it('does not hammer a server that refuses, and keeps the text', async () => {
    const saver = world.open();
    world.line = 'over';
    saver.edit(program('late'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(world.sends).toEqual(['late']);
    expect(saver.state().kind).toBe('refused');
    expect(world.local?.answer).toEqual(program('late'));
  });

  it('tries again after a refusal when the text has changed', async () => {
    const saver = world.open();
    world.line = 'over';
    saver.edit(program('far too long'));
    await jest.advanceTimersByTimeAsync(pauseMs);
    world.line = 'up';
    saver.edit(program('short'));
    await jest.advanceTimersByTimeAsync(pauseMs);
    expect(world.draft?.answer).toEqual(program('short'));
    expect(saver.state().kind).toBe('saved');
  });

  describe('opened again', () => {
    const copy = (answer: Answer, baseRevision: number, sent: Answer[] = []): LocalCopy => ({
      answer,
      base: null,
      baseRevision,
      sent,
      typedAt: '2026-11-23T14:03:22.000Z',
    });

    it('takes up what was typed and never acknowledged, and saves it', async () => {
      world.elsewhere('saved before');
      world.local = copy(program('saved before, and more'), 1);
      const saver = world.open();
      expect(saver.answer()).toEqual(program('saved before, and more'));
      expect(saver.news()).toEqual({ kind: 'restored' });
      await jest.advanceTimersByTimeAsync(pauseMs);
      expect(world.draft?.answer).toEqual(program('saved before, and more'));
    });

    it('drops a local copy that says what the server already has', () => {
      world.elsewhere('same');
      world.local = copy(program('same'), 0);
      expect(world.open().state().kind).toBe('saved');
      expect(world.local).toBeNull();
    });

    it('offers both when another device saved meanwhile', () => {
      world.elsewhere('one');
      world.elsewhere('from the other device');
      world.local = copy(program('from this device'), 1);
      const saver = world.open();
      expect(saver.state().kind).toBe('conflict');
      expect(saver.answer()).toEqual(program('from this device'));
    });

    it('sees that the newer revision was its own, sent just before the page went away', async () => {
      world.elsewhere('one');
      world.local = copy(program('one two three'), 0, [program('one')]);
      const saver = world.open();
      expect(saver.state().kind).toBe('dirty');
      await jest.advanceTimersByTimeAsync(pauseMs);
      expect(world.draft?.answer).toEqual(program('one two three'));
    });
  });
});
