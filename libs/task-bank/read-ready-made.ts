// Reads ready-made.yaml: the sets of tasks that the screen for sending offers first.
import { z } from 'zod';
import { type CoveredTask, coverageTags } from './domain/coverage';
import { type ReadyMadeSet, readyMadeFaults } from './domain/ready-made';
import { lineOf, readYaml, type TaskFault } from './fault';
import { slugPattern } from './task-schema';

export const readyMadeFile = 'ready-made.yaml';

const slug = z.string().regex(slugPattern, 'write it in lower case with dashes');
const tag = z.enum(coverageTags, { error: 'name duties D1 to D10 and criteria Q1 to Q5' });
const set = z.strictObject({
  slug,
  name: z.string({ error: 'write a name' }).trim().min(1, 'write a name').max(60, 'keep the name within 60 characters'),
  purpose: z.string({ error: 'say when to choose the set' }).trim().min(1, 'say when to choose the set'),
  minutes: z.number().int().min(5, 'state at least 5 minutes').max(300, 'state at most 300 minutes'),
  reaches: z.array(tag).min(1, 'name at least one duty or criterion that the set must reach'),
  leans: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'Q5'], { error: 'a set leans to one of Q1 to Q5' }).optional(),
  tasks: z.array(slug).min(1, 'name at least one task').max(12, 'name at most twelve tasks'),
});
const schema = z
  .array(set, { error: 'write a list of sets, each beginning with "- slug:"' })
  .refine((sets) => new Set(sets.map((one) => one.slug)).size === sets.length, 'give every set its own slug');

/** The sets, or every fault in the file with its line. */
export function readReadyMade(
  text: string,
  tasks: readonly CoveredTask[],
): { sets: ReadyMadeSet[]; faults: TaskFault[] } {
  const reading = readYaml(readyMadeFile, text, schema);
  if (!reading.ok) return { sets: [], faults: reading.faults };
  const faults = reading.value.flatMap((one, index) =>
    readyMadeFaults(one, tasks).map(({ member, message }) => ({
      file: readyMadeFile,
      line: lineOf(text, [index, member]),
      message: `${one.slug}: ${message}`,
    })),
  );
  return { sets: reading.value, faults };
}
