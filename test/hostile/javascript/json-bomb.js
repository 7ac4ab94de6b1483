// verdict: failed
export const attack = () => JSON.parse("[" + "[],".repeat(2e7) + "[]]").length;
