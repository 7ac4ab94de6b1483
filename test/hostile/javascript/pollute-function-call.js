// verdict: failed
export function attack() {
  Function.prototype.call = () => {};
  return "held";
}
