// Codes that people read aloud and type: no letters or digits that look alike.

/** 30 characters: without 0 O, 1 I L, and without U, so that no words appear by accident. */
export const readableAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` characters of the alphabet; `randomInt(n)` gives a number from 0 to n - 1. */
export function readableCode(length: number, randomInt: (limit: number) => number): string {
  return Array.from({ length }, () => readableAlphabet.charAt(randomInt(readableAlphabet.length))).join('');
}

/** `BR-7K2M-94QX` */
export function receiptCode(randomInt: (limit: number) => number): string {
  return `BR-${readableCode(4, randomInt)}-${readableCode(4, randomInt)}`;
}

/** `Edge AI Engineer (Vision)` and `7K2M9Q` make `edge-ai-engineer-vision-7k2m9q`. */
export function postingSlug(title: string, code: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return [words, code.toLowerCase()].filter((part) => part !== '').join('-');
}
