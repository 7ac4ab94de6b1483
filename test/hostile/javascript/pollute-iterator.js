// verdict: failed
export function attack() {
  Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });
  return "held";
}
