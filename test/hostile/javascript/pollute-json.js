// verdict: failed
export function attack() {
  JSON.stringify = () => "\"stolen\"";
  return "held";
}
