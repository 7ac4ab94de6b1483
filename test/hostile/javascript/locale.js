// verdict: ok
export function attack() {
  if ("Intl" in globalThis || (1.5).toLocaleString || "".localeCompare || [].toLocaleString) return "locale";
  return "held";
}
