// verdict: failed
export const attack = () => /^(a+)+$/.test("a".repeat(40) + "b");
