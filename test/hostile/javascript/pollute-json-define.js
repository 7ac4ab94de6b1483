// verdict: failed
export function attack() {
  Object.defineProperty(JSON, "stringify", { value: () => "stolen" });
  return "held";
}
