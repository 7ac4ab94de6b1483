// `score`: reads a résumé and letter against the rubric and prints the suggested ratings with their evidence.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type DocumentText, readDocument } from '@bringup/candidates';
import { levels, profileSlugs, type Reading, readApplication } from '@bringup/rubric';
import { type Command, UsageError } from '../command';

const usage = `Usage: score --profile PROFILE --level LEVEL --resume FILE [--letter FILE] [--now YYYY-MM-DD] [--json]
  --profile   ${profileSlugs.join(' | ')}
  --level     ${levels.join(' | ')}
  --resume    a PDF, DOCX, text file or JSON Resume
  --letter    the cover letter, in any of these formats
  --now       the day up to which "present" counts (default: today); give it to get the same reading again`;

interface Source {
  readonly id: string;
  readonly kind: 'resume' | 'cover-letter';
  readonly document: DocumentText;
}

function required<T extends string>(option: string, value: string | undefined, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new UsageError(
      `${value === undefined ? `Give --${option}` : `There is no ${option} “${value}”`}: one of ${known.join(', ')}.`,
    );
  return found;
}

function checkedDay(day: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day))
    throw new UsageError(`--now takes a date such as 2026-01-31, not “${day}”.`);
  return day;
}

async function sourceFrom(id: string, kind: Source['kind'], path: string): Promise<Source> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The file ${path} cannot be read (${error.code ?? error.message}).`);
  });
  return { id, kind, document: await readDocument({ bytes: new Uint8Array(bytes), fileName: basename(path) }) };
}

function reportOf(reading: Reading, sources: readonly Source[]): object {
  // The texts are what the offsets point into; for a PDF nobody else could know them.
  const documents = sources.map(({ id, kind, document }) => ({ id, kind, ...document }));
  return { ...reading, documents };
}

function years(count: number): string {
  return `${count} ${count === 1 ? 'year' : 'years'}`;
}

function criterionLines({
  tag,
  title,
  suggestedRating,
  silent,
  reasons,
  evidence,
  notCounted,
}: Reading['criteria'][number]): string[] {
  const quote = (one: { document: string; quote: string; term: string }): string =>
    `“${one.quote.replace(/\s+/g, ' ').slice(0, 160)}” (${one.document}: ${one.term.replace(/\s+/g, ' ')})`;
  const strongest = [...new Map(evidence.map((one) => [`${one.document}:${one.start}`, one])).values()].slice(0, 4);
  return [
    '',
    `${tag}  ${title}: ${silent ? 'not shown in the documents' : `${suggestedRating} of 4 suggested`}`,
    ...reasons.map((reason) => `    ${reason}`),
    ...strongest.map((one) => `    + ${quote(one)}`),
    ...notCounted.slice(0, 4).map((one) => `    – ${quote(one)} not counted: ${one.because ?? one.stance}`),
  ];
}

function reportText(reading: Reading, sources: readonly Source[]): string {
  const { experience, score } = reading;
  const head =
    reading.suggestedScore === null
      ? 'No score: the documents show nothing that could be rated.'
      : `Suggested score ${reading.suggestedScore} of 100, over ${Math.round(score.coverage * 100)} % of the weight`;
  return [
    `${reading.profile}, ${reading.level} level, read on ${reading.now}`,
    head,
    ...(score.unrated.length > 0 && reading.suggestedScore !== null
      ? [
          `Not shown and left out: ${score.unrated.join(', ')}. With them rated the score can end between ${score.lowest} and ${score.highest}.`,
        ]
      : []),
    `Embedded ${years(experience.embeddedYears)}, machine learning ${years(experience.mlYears)}; equivalence rule ${experience.equivalenceMet ? 'met' : 'not met'}`,
    ...reading.criteria.flatMap(criterionLines),
    '',
    reading.figures.length === 0 ? 'No measured figures found.' : 'Measured figures',
    ...reading.figures.map(
      (figure) =>
        `    ${figure.kind}: ${figure.value} ${figure.unit}${figure.change ? ' (change)' : ''}, written “${figure.written}”`,
    ),
    ...sources.flatMap(({ id, document }) => document.warnings.map((warning) => `Warning for ${id}: ${warning}`)),
    '',
    'These are suggestions. A person confirms or changes each rating.',
  ].join('\n');
}

export const command: Command = {
  name: 'score',
  summary: 'read a résumé against the rubric',
  usage,
  run: async (args, output) => {
    const { values } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        profile: { type: 'string' },
        level: { type: 'string' },
        resume: { type: 'string' },
        letter: { type: 'string' },
        now: { type: 'string' },
      },
    });
    const profile = required('profile', values.profile, profileSlugs);
    const level = required('level', values.level, levels);
    if (values.resume === undefined) throw new UsageError('Give --resume FILE: a PDF, DOCX, text file or JSON Resume.');
    const now = values.now === undefined ? new Date().toISOString().slice(0, 10) : checkedDay(values.now);
    const sources = [await sourceFrom('resume', 'resume', values.resume)];
    if (values.letter !== undefined) sources.push(await sourceFrom('letter', 'cover-letter', values.letter));
    const reading = readApplication({
      documents: sources.map(({ id, kind, document }) => ({ id, kind, text: document.text })),
      profile,
      level,
      now,
    });
    if (values.json) output.json(reportOf(reading, sources));
    else output.text(reportText(reading, sources));
    return 0;
  },
};
