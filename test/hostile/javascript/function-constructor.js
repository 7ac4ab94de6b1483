// verdict: ok
export function attack() {
  const outer = (() => {}).constructor("return this")();
  if (outer.process || outer.require || outer.WebAssembly || outer.Date) return "escaped";
  return "held";
}
