// verdict: ok
export function attack() {
  try {
    Error.prepareStackTrace = (_, frames) => frames[0].getThis();
  } catch {}
  const self = new Error("x").stack;
  if (self && self.process) return "escaped";
  return "held";
}
