// verdict: failed
const attack = () => "held";
