import { normalisePath } from './wasi-host';

describe('paths of the compiler', () => {
  it.each([
    ['/a/b.c', 'a/b.c'],
    ['a//./b/../c.h', 'a/c.h'],
    ['../../../etc/passwd', 'etc/passwd'],
    ['/', ''],
    ['a/b/../../../../x', 'x'],
  ])('%s is %s of the files in memory', (path, normal) => {
    expect(normalisePath(path)).toBe(normal);
  });
});
