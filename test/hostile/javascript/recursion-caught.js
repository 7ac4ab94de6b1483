// verdict: ok
export function attack() {
  const down = () => {
    try {
      return down();
    } catch {
      return "held";
    }
  };
  return down();
}
