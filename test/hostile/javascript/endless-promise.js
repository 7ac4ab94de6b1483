// verdict: failed
const again = () => Promise.resolve().then(again);
export async function attack() {
  await again();
}
