// The `score` command as scripts use it: one JSON document on stdout, clear lines for bad arguments, the same answer every time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Output, UsageError } from '../../apps/cli/command';
import { command } from '../../apps/cli/commands/score';
import { resumePdf } from './resume-pdf';

jest.setTimeout(30_000);

interface Printed {
  readonly documents: ReadonlyArray<{ id: string; format: string; text: string }>;
  readonly criteria: ReadonlyArray<{
    tag: string;
    suggestedRating: number;
    evidence: ReadonlyArray<{ document: string; start: number; end: number; quote: string; term: string }>;
  }>;
  readonly experience: { embeddedYears: number; mlYears: number; equivalenceMet: boolean };
  readonly figures: ReadonlyArray<{ kind: string; value: number; unit: string; quote: string }>;
  readonly suggestedScore: number;
}

const folder = mkdtempSync(join(tmpdir(), 'score-'));
const [resume, letter] = [join(folder, 'resume.pdf'), join(folder, 'letter.txt')];
const role = ['--profile', 'edge-ai-engineer', '--level', 'mid'];

beforeAll(async () => {
  writeFileSync(resume, await resumePdf());
  writeFileSync(letter, 'Dear team,\n\nI have not used Vitis AI, but I wrote NEON intrinsics for a speaker.\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; json: unknown; text: string }> {
  const printed = { json: undefined as unknown, text: '' };
  const output: Output = {
    json: (document) => void (printed.json = document),
    text: (text) => void (printed.text += text),
    log: () => undefined,
  };
  return { code: await command.run(args, output), ...printed };
}

it('prints the reading with the texts that its offsets point into', async () => {
  const { code, json } = await run(...role, '--resume', resume, '--letter', letter, '--now', '2026-06-15', '--json');
  const printed = json as Printed;
  expect(code).toBe(0);
  expect(printed).toMatchObject({
    profile: 'edge-ai-engineer',
    level: 'mid',
    experience: { embeddedYears: 8.1, mlYears: 4.3, equivalenceMet: true },
  });
  expect(printed.criteria.map(({ tag }) => tag)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
  expect(printed.documents.map(({ id, format }) => [id, format])).toEqual([
    ['resume', 'pdf'],
    ['letter', 'text'],
  ]);
  const texts = new Map(printed.documents.map(({ id, text }) => [id, text]));
  const evidence = printed.criteria.flatMap((criterion) => criterion.evidence);
  for (const { document, start, end, quote } of evidence) expect(texts.get(document)?.slice(start, end)).toBe(quote);
  expect(evidence).toContainEqual(expect.objectContaining({ document: 'letter', term: 'NEON intrinsics' }));
  expect(printed.figures).toContainEqual(expect.objectContaining({ kind: 'latency', value: 58, unit: 'ms' }));
  expect((await run(...role, '--resume', resume, '--letter', letter, '--now', '2026-06-15', '--json')).json).toEqual(
    json,
  );
});

it('prints text for people without --json', async () => {
  const { code, text } = await run(...role, '--resume', resume, '--now', '2026-06-15');
  expect(code).toBe(0);
  expect(text).toMatch(/Suggested score [\d.]+ of 100/);
  expect(text).toContain('A person confirms or changes each rating.');
});

it.each([
  ['no profile', ['--resume', resume]],
  ['an unknown level', ['--profile', 'edge-ai-engineer', '--level', 'staff', '--resume', resume]],
  ['no résumé', role],
  ['a missing file', [...role, '--resume', join(folder, 'none.pdf')]],
  ['a day that is none', [...role, '--resume', resume, '--now', '2026-02-30']],
])('says what is wrong with %s', async (_what, args) => {
  await expect(run(...args)).rejects.toThrow(UsageError);
});
