// verdict: failed
export const attack = () => 1n;
