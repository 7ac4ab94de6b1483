// verdict: failed
export function attack() {
  return { get value() { for (;;) ; } };
}
