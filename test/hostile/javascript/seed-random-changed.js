// verdict: failed
export function attack(random) {
  random.integer = () => 4;
  return "held";
}
