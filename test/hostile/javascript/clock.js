// verdict: ok
export function attack() {
  for (const name of ["Date", "performance", "Temporal", "setTimeout", "setInterval", "queueMicrotask", "Atomics", "SharedArrayBuffer"]) {
    if (name in globalThis) return name;
  }
  return "held";
}
