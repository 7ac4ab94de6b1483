// verdict: failed
export function attack() {
  Promise.prototype.then = () => {};
  return "held";
}
