// verdict: ok
export function attack() {
  for (const name of ["process", "require", "global", "Buffer", "fetch", "module", "ivm", "WebAssembly", "console", "Worker"]) {
    if (name in globalThis) return name;
  }
  return "held";
}
