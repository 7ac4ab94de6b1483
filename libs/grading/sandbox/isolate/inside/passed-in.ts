// A hash over what a check passes in, so that two runs can be told to have tried the same inputs or others.

const scratch = new DataView(new ArrayBuffer(8));

const hexOf = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** Two 32-bit lanes of multiply and rotate; for telling inputs apart, not for secrets. The same on every machine. */
export class PassedIn {
  private first = 0x811c9dc5 | 0;
  private second = 0x2545f491 | 0;

  word(word: number): void {
    const first = Math.imul(this.first ^ word, 0x01000193);
    const second = Math.imul(this.second + word, 0x5bd1e995);
    this.first = (first << 13) | (first >>> 19);
    this.second = (second << 7) | (second >>> 25);
  }

  text(text: string): void {
    this.word(text.length);
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
  }

  value(value: unknown): void {
    if (typeof value === 'number' && (value | 0) === value) return this.word(value);
    if (typeof value === 'bigint') scratch.setBigInt64(0, BigInt.asIntN(64, value), true);
    else scratch.setFloat64(0, Number(value), true);
    this.word(scratch.getInt32(0, true));
    this.word(scratch.getInt32(4, true));
  }

  bytes(bytes: Uint8Array): void {
    this.word(bytes.length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const whole = bytes.length & ~3;
    for (let at = 0; at < whole; at += 4) this.word(view.getInt32(at, true));
    for (let at = whole; at < bytes.length; at++) this.word(view.getUint8(at));
  }

  hex(): string {
    return hexOf(this.first) + hexOf(this.second);
  }
}
