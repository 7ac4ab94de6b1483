// verdict: failed
export function attack() {
  Object.getPrototypeOf(Uint8Array.prototype).set = () => {};
  return "held";
}
