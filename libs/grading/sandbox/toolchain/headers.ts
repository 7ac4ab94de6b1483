// The only system headers that a source can include: Clang's freestanding ones, and ours for memory and strings.
import { closeSync, openSync, readSync } from 'node:fs';
import { type FileTree } from './wasi-host';

/** C17 4p6: the headers of a freestanding implementation, as far as Clang brings them, and its SIMD128 intrinsics. */
const clangHeader =
  /^include\/(stdint|stddef|stdbool|limits|float|stdarg|stdalign|stdnoreturn|iso646|wasm_simd128|__stddef_[a-z_]+|__stdarg_[a-z_]+|__float_[a-z_]+)\.h$/;

const stringHeader = `#ifndef BRINGUP_STRING_H
#define BRINGUP_STRING_H
#include <stddef.h>
void *memcpy(void *restrict destination, const void *restrict source, size_t count);
void *memmove(void *destination, const void *source, size_t count);
void *memset(void *destination, int value, size_t count);
int memcmp(const void *left, const void *right, size_t count);
size_t strlen(const char *text);
#endif
`;

const stdlibHeader = `#ifndef BRINGUP_STDLIB_H
#define BRINGUP_STDLIB_H
#include <stddef.h>
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
void free(void *block);
#endif
`;

/** Read before every source: after it no spelling of `asm` can be used, wherever it comes from (C17 5.1.1.2, phase 4 ends with it). */
export const noAssemblyHeader = 'include/no_assembly.h';
const noAssembly = '#pragma GCC poison asm __asm __asm__\n';

/** ustar (POSIX pax interchange format): a 512-byte header with name, octal size and prefix before each file. */
function readHeadersOf(archive: string): FileTree {
  const files: FileTree = new Map();
  const handle = openSync(archive, 'r');
  try {
    const block = Buffer.alloc(512);
    for (let at = 0; readSync(handle, block, 0, 512, at) === 512 && block[0] !== 0;) {
      const text = (from: number, to: number): string => block.toString('latin1', from, to).split('\0')[0] ?? '';
      const size = Number.parseInt(text(124, 136), 8) || 0;
      const prefix = text(345, 500);
      const name = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
      if (clangHeader.test(name)) {
        const content = new Uint8Array(size);
        readSync(handle, content, 0, size, at + 512);
        files.set(name, content);
      }
      at += 512 + Math.ceil(size / 512) * 512;
    }
  } finally {
    closeSync(handle);
  }
  return files;
}

/** @param archive path of the toolchain's resource archive. */
export function systemHeaders(archive: string): FileTree {
  const files = readHeadersOf(archive);
  if (!files.has('include/stdint.h'))
    throw new Error(`The compiler's headers are missing from ${archive}; install the packages again.`);
  files.set('include/string.h', new TextEncoder().encode(stringHeader));
  files.set(noAssemblyHeader, new TextEncoder().encode(noAssembly));
  files.set('include/stdlib.h', new TextEncoder().encode(stdlibHeader));
  return files;
}
