// Drafts: what counts, what conflicts, and that nothing is lost over random interleavings of two windows.
import fc from 'fast-check';
import { type KnownDraft, nextRevision } from './draft-revision';

describe('the next revision', () => {
  it('is 1 for the first draft', () => {
    expect(nextRevision(undefined, 0, { baseRevision: 0, sha256: 'a' })).toEqual({ outcome: 'saved', revision: 1 });
  });

  it('follows the one that the edit started from', () => {
    expect(nextRevision({ revision: 4, sha256: 'a' }, 4, { baseRevision: 4, sha256: 'b' })).toEqual({
      outcome: 'saved',
      revision: 5,
    });
  });

  it('is in conflict when the edit started from an older one', () => {
    expect(nextRevision({ revision: 4, sha256: 'a' }, 4, { baseRevision: 3, sha256: 'b' })).toEqual({
      outcome: 'conflict',
      revision: 5,
      current: 4,
    });
  });

  it('is in conflict when the edit claims a revision that is not there', () => {
    expect(nextRevision(undefined, 0, { baseRevision: 7, sha256: 'b' })).toEqual({
      outcome: 'conflict',
      revision: 1,
      current: 0,
    });
  });

  it('is not made for an answer that counts already, so that a repeated request succeeds', () => {
    expect(nextRevision({ revision: 4, sha256: 'a' }, 6, { baseRevision: 3, sha256: 'a' })).toEqual({
      outcome: 'unchanged',
      revision: 4,
    });
  });

  it('lets the writer of a conflicting draft choose it by saving over what counts', () => {
    expect(nextRevision({ revision: 4, sha256: 'a' }, 5, { baseRevision: 4, sha256: 'b' })).toEqual({
      outcome: 'saved',
      revision: 6,
    });
  });
});

/** A server with its drafts, and windows that each know the revision they loaded or saved last. */
function replay(steps: readonly { window: number; text: string; reload: boolean; lostReply: boolean }[]) {
  const kept: (KnownDraft & { conflicting: boolean })[] = [];
  const bases = [0, 0, 0];
  const acknowledged: { sha256: string; revision: number }[] = [];
  const current = () => kept.findLast((draft) => !draft.conflicting);
  for (const { window, text, reload, lostReply } of steps) {
    if (reload) bases[window] = current()?.revision ?? 0;
    const result = nextRevision(current(), kept.length, { baseRevision: bases[window] ?? 0, sha256: text });
    if (result.outcome !== 'unchanged')
      kept.push({ revision: result.revision, sha256: text, conflicting: result.outcome === 'conflict' });
    if (result.outcome === 'conflict' || lostReply) continue;
    acknowledged.push({ sha256: text, revision: result.revision });
    bases[window] = result.revision;
  }
  return { kept, acknowledged, current: current() };
}

const steps = fc.array(
  fc.record({
    window: fc.integer({ min: 0, max: 2 }),
    text: fc.string({ maxLength: 3 }),
    reload: fc.boolean(),
    lostReply: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe('over random interleavings of three windows', () => {
  it('every text that was sent is kept, in numbers without gaps', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { kept } = replay(list);
        expect(kept.map((draft) => draft.revision)).toEqual(kept.map((_, index) => index + 1));
        const texts = new Set(kept.map((draft) => draft.sha256));
        for (const { text } of list) expect(texts.has(text)).toBe(true);
      }),
    );
  });

  it('what was acknowledged is what stands under its number and counted then', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { kept, acknowledged } = replay(list);
        for (const { revision, sha256 } of acknowledged)
          expect(kept[revision - 1]).toMatchObject({ sha256, conflicting: false });
      }),
    );
  });

  it('one window alone never conflicts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 30 }), (texts) => {
        const { kept, current } = replay(texts.map((text) => ({ window: 0, text, reload: false, lostReply: false })));
        expect(kept.some((draft) => draft.conflicting)).toBe(false);
        expect(current?.sha256).toBe(texts.at(-1));
      }),
    );
  });
});
