// verdict: ok
export function attack() {
  return "held";
}
