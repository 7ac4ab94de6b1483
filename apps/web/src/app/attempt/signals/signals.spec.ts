// The parts of signals that need no page: bursts, what stood on the page, and the box that never gets in the way.
import { CopiedTexts } from './page-text';
import { batchSize, mostWaiting, sendAfterMs, type Signal, SignalBox } from './signal-box';
import { burstCharacters, TypingBursts } from './typing-bursts';

describe('a typing burst', () => {
  it('is not somebody who types fast', () => {
    const bursts = new TypingBursts();
    for (let key = 0; key < 400; key += 1) expect(bursts.arrived(1, key * 50)).toBeUndefined();
  });

  it('is text that arrives at once, or key by key faster than hands', () => {
    expect(new TypingBursts().arrived(500, 10)).toEqual({ characters: 500, durationMs: 0 });
    const bursts = new TypingBursts();
    const found = Array.from({ length: burstCharacters }, (_, key) => bursts.arrived(1, key * 10));
    expect(found.at(-1)).toEqual({ characters: burstCharacters, durationMs: (burstCharacters - 1) * 10 });
    expect(found.filter(Boolean)).toHaveLength(1);
  });
});

describe('a paste from this page', () => {
  it('is what was copied here or stands here, however it is indented', () => {
    const texts = new CopiedTexts();
    texts.remember('int a;\n\treturn a;');
    expect(texts.holds('int a;\r\n    return a;', [])).toBe(true);
    expect(texts.holds('return 0;', ['{ return  0; }'])).toBe(true);
    expect(texts.holds('return 1;', ['{ return 0; }'])).toBe(false);
    expect(texts.holds('  ', [])).toBe(true);
  });

  it('is forgotten after twenty copies', () => {
    const texts = new CopiedTexts();
    for (let copy = 0; copy < 21; copy += 1) texts.remember(`copy ${copy}.`);
    expect(texts.holds('copy 0.', [])).toBe(false);
    expect(texts.holds('copy 20.', [])).toBe(true);
  });
});

describe('the box', () => {
  const signal = (id: number): Signal => ({
    ...{ id: String(id), kind: 'paste', position: 1, at: '2026-11-25T09:00:00Z' },
    ...{ characters: 3, durationMs: null, fromPage: false },
  });
  const open = (fault?: 'retry' | 'refused', before: readonly Signal[] = []) => {
    const world = { sent: [] as string[][], stored: before, fault };
    const box = new SignalBox({
      send: async (batch) => {
        if (world.fault) throw new Error(world.fault);
        world.sent.push(batch.map(({ id }) => id));
      },
      mayRetry: (error) => (error as Error).message === 'retry',
      read: () => world.stored,
      keep: (signals) => (world.stored = signals),
    });
    return { box, world };
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends in batches with a pause, and keeps nothing that was sent', async () => {
    const { box, world } = open();
    for (let id = 0; id < batchSize + 1; id += 1) box.add(signal(id));
    expect(world.sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(sendAfterMs * 3);
    expect(world.sent.map((batch) => batch.length)).toEqual([batchSize, 1]);
    expect(world.stored).toEqual([]);
  });

  it('keeps what could not be sent, sends it again under the same id, and takes up what an earlier page left', async () => {
    const { box, world } = open('retry');
    box.add(signal(1));
    await expect(box.flush()).resolves.toBeUndefined();
    expect(world.stored).toHaveLength(1);
    const next = open(undefined, world.stored);
    await jest.advanceTimersByTimeAsync(sendAfterMs);
    expect(next.world.sent).toEqual([['1']]);
    world.fault = undefined;
    await jest.advanceTimersByTimeAsync(sendAfterMs * 4);
    expect(world.sent).toEqual([['1']]);
  });

  it('lets go of what is refused, and holds no more than its size', async () => {
    const { box, world } = open('refused');
    for (let id = 0; id < mostWaiting + 50; id += 1) box.add(signal(id));
    expect(world.stored).toHaveLength(mostWaiting);
    await box.flush();
    expect(world.stored).toHaveLength(mostWaiting - batchSize);
  });
});
