// verdict: failed
export function attack( {
