// Messages between a pool and its children: JSON behind its length, over pipes, with an upper limit so that a child cannot flood its parent.

/** No message is longer; a child that sends more is killed. */
export const mostFrameBytes = 48 * 1024 * 1024;

export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Collects bytes and gives whole messages. @throws RangeError when a message is announced that is too long, SyntaxError when it is no JSON. */
export class FrameReader {
  private readonly pieces: Buffer[] = [];
  private length = 0;
  private wanted = -1;

  push(piece: Buffer): unknown[] {
    this.pieces.push(piece);
    this.length += piece.length;
    const messages: unknown[] = [];
    for (;;) {
      if (this.wanted < 0) {
        if (this.length < 4) return messages;
        this.wanted = this.take(4).readUInt32LE();
        if (this.wanted > mostFrameBytes) throw new RangeError('A message is too long.');
      }
      if (this.length < this.wanted) return messages;
      const body = this.take(this.wanted);
      this.wanted = -1;
      messages.push(JSON.parse(body.toString('utf8')));
    }
  }

  private take(count: number): Buffer {
    const all = this.pieces.length === 1 ? this.pieces[0] : undefined;
    const joined = all ?? Buffer.concat(this.pieces);
    this.pieces.length = 0;
    this.pieces.push(joined.subarray(count));
    this.length -= count;
    return joined.subarray(0, count);
  }
}
