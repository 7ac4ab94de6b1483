// verdict: failed
export const attack = () => new ArrayBuffer(2 ** 31).byteLength + new ArrayBuffer(2 ** 32).byteLength;
