// verdict: failed
export function attack() {
  ({}).__proto__.polluted = 1;
  return "held";
}
