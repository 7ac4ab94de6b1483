// verdict: failed
export function attack() {
  Object.setPrototypeOf(Array.prototype, null);
  return "held";
}
