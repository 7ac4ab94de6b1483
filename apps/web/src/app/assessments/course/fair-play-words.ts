// Signals and similarities in words: what was noted, what it may also mean, and how one figure stands against the others.
import type { CourseEntry, Similarity, SimilaritySide } from '../../api/models';
import { countText, durationText } from '../../ui/figures';
import { statusWord } from '../../ui/status-words';

export type SignalKind = 'paste' | 'away' | 'burst';

/** Every signal has plain explanations; they stand beside it wherever it is shown. */
export const mayAlsoMean: Readonly<Record<SignalKind, string>> = {
  paste:
    'Own notes, a draft written in another editor, a snippet from documentation, text moved by a screen reader or dictation tool. Pasting is allowed.',
  away: 'Documentation, a calculator, a call at the door, a second screen, a break. Looking things up is allowed, and windows lose the focus by themselves.',
  burst:
    'Dictation, a text expander, completion by an assistive tool, or a keyboard that repeats. Some tools paste in a way that looks like typing.',
};

function characters(count: number | null): string {
  return `${countText(count ?? 0)} ${count === 1 ? 'character' : 'characters'}`;
}

function lasting(durationMs: number | null): string {
  return durationText(Math.max(1, Math.round((durationMs ?? 0) / 1000)));
}

/** What happened, in one line. */
export function courseWords(entry: CourseEntry): string {
  switch (entry.kind) {
    case 'started':
      return 'Started';
    case 'submitted':
      return entry.byDeadline ? 'Handed in by the deadline' : 'Handed in';
    case 'run':
      return `Ran the checks: ${statusWord('verdict', entry.runStatus ?? 'pending').label.toLowerCase()}`;
    case 'paste':
      return entry.fromPage
        ? `Moved ${characters(entry.characters)} that stood on this page`
        : `Pasted ${characters(entry.characters)} from elsewhere`;
    case 'away':
      return `Page without focus for ${lasting(entry.durationMs)}`;
    case 'burst':
      return `${characters(entry.characters)} arrived within ${lasting(entry.durationMs)}, without a paste`;
  }
}

/** Counts in words; there is no total and no score of them. */
export function courseSummary(entries: readonly CourseEntry[]): string {
  const of = (kind: CourseEntry['kind']) => entries.filter((entry) => entry.kind === kind);
  const pastes = of('paste');
  const own = pastes.filter((entry) => entry.fromPage).length;
  const away = of('away');
  const seconds = Math.round(away.reduce((sum, entry) => sum + (entry.durationMs ?? 0), 0) / 1000);
  const times = (count: number, one: string, many: string) =>
    `${count === 0 ? 'no' : countText(count)} ${count === 1 ? one : many}`;
  return [
    times(of('run').length, 'run', 'runs'),
    times(pastes.length, 'paste', 'pastes') + (own > 0 ? ` (${own} of text from this page)` : ''),
    times(away.length, 'absence', 'absences') + (away.length > 0 ? ` (${durationText(seconds)} in all)` : ''),
    times(of('burst').length, 'burst', 'bursts'),
  ].join(', ');
}

/** Which explanations belong to what was noted. */
export function kindsNoted(entries: readonly CourseEntry[]): SignalKind[] {
  return (['paste', 'away', 'burst'] as const).filter((kind) => entries.some((entry) => entry.kind === kind));
}

/** Where on the strip from the start to the last entry it stands, from 0 to 100. */
export function shareOfTime(atMs: number, entries: readonly CourseEntry[]): number {
  const last = Math.max(...entries.map((entry) => entry.atMs));
  return last > 0 ? Math.round((atMs / last) * 1000) / 10 : 0;
}

export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Also where nothing is known of what is usual, a copy is named. */
function copyWords(similarity: number): string {
  return similarity >= 0.98 ? 'Both are the same but for names, numbers and what does nothing: read both. ' : '';
}

/** What may be said of the most similar other answer. */
export function findingWords(row: Similarity): string {
  const { nearest, usual } = row;
  const most = nearest ? `Most similar other answer: ${percentText(nearest.similarity)}. ` : '';
  const range = usual
    ? `Good answers to this task are ${percentText(usual.median)} similar in the middle, ± ${percentText(usual.spread)}. `
    : '';
  switch (row.finding) {
    case null:
    case undefined:
      return 'Not compared yet; it is done after grading.';
    case 'too-short':
      return 'Too short to compare: what is the candidate’s own is only a few lines.';
    case 'too-few':
      return nearest
        ? `${most}${copyWords(nearest.similarity)}Too few to say what is usual: ${row.others} other good answers, ${row.needed} are needed.`
        : `Nothing to compare with yet: ${row.others} other good answers, ${row.needed} are needed.`;
    case 'usual':
      return `${most}${range}Nothing unusual.`;
    case 'above-usual':
      return `${most}${range}That is more than is usual: read both before you think anything of it.`;
  }
}

export interface SourcePart {
  readonly text: string;
  /** Parts of one number match; null where nothing does. */
  readonly number: number | null;
}

/** A source cut into stretches that match and stretches that do not. */
export function sourceParts({ source, parts }: Pick<SimilaritySide, 'source' | 'parts'>): SourcePart[] {
  const cut: SourcePart[] = [];
  let end = 0;
  for (const { from, to, number } of parts) {
    if (from > end) cut.push({ text: source.slice(end, from), number: null });
    if (to > from) cut.push({ text: source.slice(Math.max(from, end), to), number });
    end = Math.max(end, to);
  }
  if (end < source.length) cut.push({ text: source.slice(end), number: null });
  return cut;
}
