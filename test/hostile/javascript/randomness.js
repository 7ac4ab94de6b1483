// verdict: ok
export function attack() {
  for (const name of ["crypto", "WeakRef", "FinalizationRegistry"]) if (name in globalThis) return name;
  if ("random" in Math) return "random";
  return "held";
}
