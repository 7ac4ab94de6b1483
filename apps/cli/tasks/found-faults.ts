// The faults that a proof finds: one entry for each, with the seeds that showed it instead of a line for every seed.

const seedsNamed = 3;

/** A fault of one seed: `fault` is the same for all seeds that have it, `example` tells how this one shows it. */
export interface SeedFault {
  readonly fault: string;
  readonly example?: string;
}

/** Collects faults in the order in which they were first found. */
export class FoundFaults {
  private readonly seeds = new Map<string, number[]>();
  private readonly examples = new Map<string, { seed: number; text: string }>();

  /** `example` is what differs from seed to seed: the lowest seed's is shown. */
  add(fault: string, seed?: number, example = ''): void {
    const seeds = this.seeds.get(fault) ?? [];
    if (seed !== undefined && !seeds.includes(seed)) seeds.push(seed);
    this.seeds.set(fault, seeds);
    const known = this.examples.get(fault);
    if (seed !== undefined && (known === undefined || seed < known.seed))
      this.examples.set(fault, { seed, text: example });
  }

  /** Each fault as one text. */
  list(): string[] {
    return [...this.seeds].map(
      ([fault, seeds]) => `${fault}${this.examples.get(fault)?.text ?? ''}${seedsText(seeds)}`,
    );
  }
}

/** ` (seed 4)` or ` (seeds 1, 2, 3 and 22 more)`; nothing where the seed does not matter. */
function seedsText(seeds: readonly number[]): string {
  if (seeds.length === 0) return '';
  const shown = [...seeds].sort((a, b) => a - b).slice(0, seedsNamed);
  const more = seeds.length - shown.length;
  return ` (${seeds.length === 1 ? 'seed' : 'seeds'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}
