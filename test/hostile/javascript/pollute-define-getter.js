// verdict: failed
export function attack() {
  Object.prototype.__defineGetter__.call(Object.prototype, "status", () => "ok");
  return "held";
}
