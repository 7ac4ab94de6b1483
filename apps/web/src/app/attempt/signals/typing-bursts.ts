// Finds stretches in which characters arrive much faster than hands type, without a paste. Counts only; no key is looked at.

/** Fast typists reach 15 to 20 characters a second; this asks for more than twice that, over a second and a half. */
export const burstWindowMs = 1500;
export const burstCharacters = 60;

export interface Burst {
  readonly characters: number;
  readonly durationMs: number;
}

export class TypingBursts {
  private recent: { readonly at: number; readonly characters: number }[] = [];

  /** Characters arrived. Returns the burst that they complete, and starts afresh after it. */
  arrived(characters: number, at: number): Burst | undefined {
    this.recent = [...this.recent.filter((entry) => at - entry.at < burstWindowMs), { at, characters }];
    const sum = this.recent.reduce((total, entry) => total + entry.characters, 0);
    if (sum < burstCharacters) return undefined;
    const durationMs = Math.round(at - (this.recent[0]?.at ?? at));
    this.recent = [];
    return { characters: sum, durationMs };
  }
}
