// Steps of one journey: each needs the one before, so after a failure the others say so at once instead of waiting in vain.
import type { Person } from './browser';

/** Like `it`, for steps that build on each other; `people` are pictured when a step fails. */
export function journey(
  people: () => readonly (Person | undefined)[],
): (name: string, step: () => Promise<void>) => void {
  let failed: string | undefined;
  return (name, step) =>
    it(name, async () => {
      if (failed !== undefined) throw new Error(`Not tried, because this step failed before: ${failed}`);
      try {
        await step();
      } catch (error) {
        failed = name;
        for (const [index, person] of people().entries())
          await person?.picture(`failed-${index}`).catch(() => undefined);
        throw error;
      }
    });
}
