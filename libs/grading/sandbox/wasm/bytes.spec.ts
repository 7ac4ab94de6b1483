import { ByteReader, ByteWriter, ModuleError, signedLength, unsignedLength } from './bytes';

describe('LEB128', () => {
  it.each([0, 1, 63, 64, 127, 128, 16383, 16384, 0x7fffffff, 0xffffffff])('unsigned %d', (value) => {
    const bytes = new ByteWriter().u32(value).bytes();
    expect(new ByteReader(bytes).u32()).toBe(value);
    expect(unsignedLength(value)).toBe(bytes.length);
  });

  it.each([0n, 1n, -1n, 63n, 64n, -64n, -65n, 2n ** 31n - 1n, -(2n ** 31n), 2n ** 63n - 1n, -(2n ** 63n)])(
    'signed %d',
    (value) => {
      const bytes = new ByteWriter().signed(value).bytes();
      expect(new ByteReader(bytes).s64()).toBe(value);
      expect(signedLength(value)).toBe(bytes.length);
    },
  );

  it('refuses what is too long or cut off', () => {
    expect(() => new ByteReader(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0)).u32()).toThrow(ModuleError);
    expect(() => new ByteReader(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7f)).u32()).toThrow(ModuleError);
    expect(() => new ByteReader(Uint8Array.of(0x80)).u32()).toThrow(ModuleError);
    expect(() => new ByteReader(Uint8Array.of(5, 1)).vector(() => 0)).toThrow(ModuleError);
  });
});
