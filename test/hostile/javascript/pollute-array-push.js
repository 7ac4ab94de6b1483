// verdict: failed
export function attack() {
  Array.prototype.push = () => 0;
  return "held";
}
