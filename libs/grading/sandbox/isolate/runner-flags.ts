// What V8 is told in a runner, and in the bench that measures the meter as runners feel it.

/**
 * V8 inlines what it has seen called often; a program that runs for milliseconds is optimised before it was seen at all, and the
 * meter's cost would depend on that chance. With it the size alone decides.
 */
export const inlineBySize = '--wasm-inlining-ignore-call-counts';
