// verdict: failed
for (;;) ;
export const attack = () => "held";
