// Codes that people read aloud, and addresses that people read.
import { postingSlug, readableAlphabet, receiptCode } from './receipt';

it('uses no characters that look alike', () => {
  expect(readableAlphabet).toHaveLength(30);
  expect(new Set(readableAlphabet).size).toBe(30);
  for (const character of '01OILU') expect(readableAlphabet).not.toContain(character);
});

it('makes receipts of the shape BR-XXXX-XXXX from every part of the alphabet', () => {
  let next = 0;
  expect(receiptCode(() => next++)).toBe('BR-2345-6789');
  expect(receiptCode((limit) => limit - 1)).toBe('BR-ZZZZ-ZZZZ');
});

it.each([
  ['Edge AI Engineer', 'edge-ai-engineer-7k2m9q'],
  ['Ingénieur IA embarquée (H/F) — vision!', 'ingenieur-ia-embarquee-h-f-vision-7k2m9q'],
  ['  ', '7k2m9q'],
  ['边缘人工智能', '7k2m9q'],
  ['x'.repeat(200), `${'x'.repeat(60)}-7k2m9q`],
])('makes an address of %j', (title, slug) => expect(postingSlug(title, '7K2M9Q')).toBe(slug));
