// verdict: failed
export function attack() {
  throw { get message() { throw 1; }, toString() { throw 2; } };
}
