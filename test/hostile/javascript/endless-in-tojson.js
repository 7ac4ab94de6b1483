// verdict: failed
export const attack = () => ({ toJSON() { for (;;) ; } });
