// verdict: ok
export function attack() {
  import("node:fs").then(() => { throw new Error("loaded"); }, () => {});
  return "held";
}
