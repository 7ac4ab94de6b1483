// verdict: failed
export function attack() {
  for (;;) ;
}
