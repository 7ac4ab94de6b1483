// verdict: failed
export function attack() {
  const list = [];
  for (;;) list.push({ a: list.length, b: [1, 2, 3] });
}
