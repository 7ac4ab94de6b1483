import { encodeFrame, FrameReader, mostFrameBytes } from './frames';

describe('frames', () => {
  it('gives whole messages however the bytes arrive', () => {
    const messages = [{ a: 1 }, 'text – with more than ASCII', [1, 2, 3]];
    const bytes = Buffer.concat(messages.map(encodeFrame));
    for (const size of [1, 3, 7, bytes.length]) {
      const reader = new FrameReader();
      const got: unknown[] = [];
      for (let at = 0; at < bytes.length; at += size) got.push(...reader.push(bytes.subarray(at, at + size)));
      expect(got).toEqual(messages);
    }
  });

  it('refuses a message that is announced as too long, and what is no JSON', () => {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(mostFrameBytes + 1);
    expect(() => new FrameReader().push(head)).toThrow(RangeError);
    head.writeUInt32LE(3);
    expect(() => new FrameReader().push(Buffer.concat([head, Buffer.from('{a}')]))).toThrow(SyntaxError);
  });
});
