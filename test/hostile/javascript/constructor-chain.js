// verdict: ok
export function attack(random, parameters) {
  for (const value of [random, random.integer, parameters, Object, import.meta]) {
    const outer = value?.constructor?.constructor?.("return globalThis")();
    if (outer?.process || outer?.require) return "escaped";
  }
  return "held";
}
