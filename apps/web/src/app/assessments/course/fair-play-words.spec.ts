// Words for signals and similarities: facts with context, and honest about what cannot be said.
import type { CourseEntry, Similarity } from '../../api/models';
import { courseSummary, courseWords, findingWords, kindsNoted, shareOfTime, sourceParts } from './fair-play-words';

const entry = (kind: CourseEntry['kind'], change: Partial<CourseEntry> = {}): CourseEntry => ({
  ...{ atMs: 0, kind, position: 1, characters: null, durationMs: null },
  ...{ fromPage: null, runStatus: null, byDeadline: null, ...change },
});

/** Figures and units are held together by spaces that do not break. */
const spaced = (text: string) => text.replaceAll(/\s/g, ' ');

it.each([
  [entry('started'), 'Started'],
  [entry('submitted', { byDeadline: true }), 'Handed in by the deadline'],
  [entry('run', { runStatus: 'accepted' }), 'Ran the checks: accepted'],
  [entry('paste', { characters: 1240, fromPage: false }), /^Pasted 1.240 characters from elsewhere$/],
  [entry('paste', { characters: 1, fromPage: true }), 'Moved 1 character that stood on this page'],
  [entry('away', { durationMs: 95_000 }), /^Page without focus for 1 min/],
  [entry('burst', { characters: 300, durationMs: 0 }), /^300 characters arrived within 1 s/],
])('says what was noted: %#', (one, words) => expect(spaced(courseWords(one))).toMatch(words));

it('counts in words, and explains what was noted and nothing else', () => {
  const entries = [
    ...[entry('started'), entry('paste', { fromPage: true }), entry('paste', { fromPage: false })],
    entry('away', { durationMs: 60_000 }),
  ];
  expect(spaced(courseSummary(entries))).toMatch(
    /^no runs, 2 pastes \(1 of text from this page\), 1 absence \(1 min.* in all\), no bursts$/,
  );
  expect(kindsNoted(entries)).toEqual(['paste', 'away']);
});

it('places each event in time', () => {
  const entries = [entry('started'), entry('run', { atMs: 900_000 }), entry('submitted', { atMs: 3_600_000 })];
  expect(entries.map(({ atMs }) => shareOfTime(atMs, entries))).toEqual([0, 25, 100]);
  expect(shareOfTime(0, [entry('started')])).toBe(0);
});

describe('a similarity', () => {
  const row: Similarity = {
    ...{ submissionId: 's', position: 1, title: 'Ring buffer', finding: 'usual', others: 12, needed: 6 },
    nearest: { similarity: 0.42, submissionId: 'o', applicationId: 'a', candidateName: 'N' },
    usual: { median: 0.35, spread: 0.08, pairs: 66 },
  };

  it.each([
    ['usual', /42 %.*35 %.*± 8 %.*Nothing unusual/],
    ['above-usual', /read both before/],
    ['too-few', /Too few to say.*12 other.*6 are needed/],
    ['too-short', /Too short/],
    [null, /Not compared yet/],
  ] as const)('%s', (finding, words) => expect(findingWords({ ...row, finding })).toMatch(words));
});

it('names a copy even where too few others are known', () => {
  const nearest = { similarity: 1, submissionId: 's', applicationId: 'a', candidateName: 'N' };
  const row: Similarity = {
    ...{ submissionId: 's', position: 1, title: 'T', finding: 'too-few', others: 1, needed: 6, usual: null, nearest },
  };
  expect(findingWords(row)).toMatch(/100.%.*the same but for names.*Too few to say/);
});

it('cuts a source where it matches, and loses none of it', () => {
  const parts = [
    { from: 2, to: 4, number: 1 },
    { from: 4, to: 6, number: 2 },
  ];
  const cut = sourceParts({ source: 'abcdefgh', parts });
  expect(cut).toEqual([
    { text: 'ab', number: null },
    { text: 'cd', number: 1 },
    { text: 'ef', number: 2 },
    { text: 'gh', number: null },
  ]);
});
