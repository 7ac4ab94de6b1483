// verdict: ok
export function attack() {
  class Mine extends Array { static get [Symbol.species]() { return Object; } }
  if (!(Mine.from([1, 2]).map((x) => x) instanceof Object)) return "odd";
  return "held";
}
