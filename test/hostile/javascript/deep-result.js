// verdict: failed
export function attack() {
  let deep = [];
  for (let i = 0; i < 1e6; i++) deep = [deep];
  return deep;
}
