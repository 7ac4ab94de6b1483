// verdict: ok
export function attack() {
  if (Object.keys(import.meta).length > 0) return "meta";
  return "held";
}
