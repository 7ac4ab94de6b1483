// verdict: failed
export function attack() {
  Object.prototype.polluted = 1;
  return "held";
}
