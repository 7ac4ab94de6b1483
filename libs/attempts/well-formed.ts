// Halves of UTF-16 pairs that stand alone: JavaScript carries them, UTF-8 and PostgreSQL do not.

export const loneSurrogates = /\p{Surrogate}/gu;

export function hasLoneSurrogate(text: string): boolean {
  return text.search(loneSurrogates) >= 0;
}
