// verdict: failed
export const attack = () => new Array(1e8).fill(0).length;
