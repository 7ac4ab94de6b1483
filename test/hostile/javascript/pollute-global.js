// verdict: ok
globalThis.answerKey = 1;
globalThis.startChecks = globalThis.runCheck = () => "stolen";
export function attack() {
  return "held";
}
