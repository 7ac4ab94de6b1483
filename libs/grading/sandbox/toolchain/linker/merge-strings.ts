// Lays string literals out as wasm-ld does at -O2: each once, and one that ends like another inside of it.

/** By their bytes from the last to the first, greater first; of two that end alike the longer one. */
function compareTails(left: Uint8Array, right: Uint8Array): number {
  for (let i = 1; i <= Math.max(left.length, right.length); i++) {
    const difference = (right[right.length - i] ?? -1) - (left[left.length - i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function endsWith(text: Uint8Array, end: Uint8Array): boolean {
  return end.length <= text.length && Buffer.compare(text.subarray(text.length - end.length), end) === 0;
}

/** @param strings each with the zero at its end @returns the bytes of all, and where each of `strings` starts */
export function mergeStrings(strings: readonly Uint8Array[]): { bytes: Uint8Array; offsets: number[] } {
  const order = strings.map((text, index) => ({ text, index })).sort((a, b) => compareTails(a.text, b.text));
  const offsets: number[] = strings.map(() => 0);
  const kept: Uint8Array[] = [];
  let size = 0;
  let previous: Uint8Array = new Uint8Array();
  for (const { text, index } of order) {
    if (kept.length === 0 || !endsWith(previous, text)) {
      kept.push(text);
      size += text.length;
      previous = text;
    }
    offsets[index] = size - text.length;
  }
  return { bytes: Buffer.concat(kept), offsets };
}
