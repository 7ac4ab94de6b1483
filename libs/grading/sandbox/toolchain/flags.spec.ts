import { refusedFlag } from './flags';

describe('flags of a task', () => {
  it.each([
    '-O2',
    '-Os',
    '-std=c17',
    '-Wextra',
    '-Wno-unused-variable',
    '-DSIZE=4',
    '-ffast-math',
    '-fwrapv',
    '-fno-strict-aliasing',
  ])('allows %s', (flag) => {
    expect(refusedFlag([flag])).toBeNull();
  });

  it.each([
    '-I/etc',
    '-include',
    '/etc/passwd',
    '-o',
    '@file',
    '-Wl,--import-memory',
    '-fplugin=x.so',
    '-DA="x y"',
    '-target',
    '-mllvm',
    '-O2 -I/',
    '-E',
  ])('refuses %s', (flag) => {
    expect(refusedFlag(['-O2', flag])).toBe(flag);
  });
});
