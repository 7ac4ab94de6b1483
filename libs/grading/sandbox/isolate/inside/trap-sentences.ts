// The engine's words for a trap, turned into a C programmer's.

const sentences: readonly (readonly [RegExp, string])[] = [
  [/memory access out of bounds/, 'It read or wrote outside of the memory.'],
  [/divide by zero|remainder by zero/, 'It divided by zero.'],
  [/divide result unrepresentable/, 'It divided the smallest integer by -1, which has no result.'],
  [/float unrepresentable/, 'It turned a float into an integer that cannot hold it.'],
  [
    /table index is out of bounds|null function|signature mismatch|indirect call/,
    'It called through a function pointer that is wrong or of another type.',
  ],
  [/unaligned/, 'It made an atomic access at an address that is not aligned.'],
  [/unreachable/, 'It reached a trap: __builtin_trap, a damaged heap, or code that must never run.'],
];

export function trapSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  return sentences.find(([pattern]) => pattern.test(text))?.[1] ?? 'It was stopped by a trap.';
}
