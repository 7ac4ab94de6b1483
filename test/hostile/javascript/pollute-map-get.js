// verdict: failed
export function attack() {
  Map.prototype.get = () => "stolen";
  return "held";
}
