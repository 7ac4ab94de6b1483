// verdict: failed
export const attack = () => "x".repeat(2 ** 28);
