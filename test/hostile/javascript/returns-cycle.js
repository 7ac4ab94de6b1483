// verdict: failed
export function attack() {
  const a = {};
  a.a = a;
  return a;
}
