// verdict: failed
globalThis.Object = globalThis.Array = globalThis.JSON = undefined;
export function attack() {
  return "held";
}
