// verdict: failed
export function attack(random) {
  random.integer(0, Infinity);
  return "held";
}
