// verdict: failed
export function attack() {
  return attack();
}
