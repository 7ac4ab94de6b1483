// verdict: failed
export async function attack() {
  return "held";
}
