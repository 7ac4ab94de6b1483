// The C that is linked beside every candidate's source: memory and string functions, and the allocator of tasks that have a heap.

/** Raise it with every change of the C below: it is part of the toolchain's name, and so of every digest. */
export const harnessVersion = 2;

/** Weak, so that a candidate may write these functions; the linker then takes the candidate's. */
export const stringSource = `
typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;
typedef unsigned int word;
#define WEAK __attribute__((weak))
#define ALIGNED(p) (((size_t)(p) & 3) == 0)

static void copy_up(byte *to, const byte *from, size_t count) {
  if (ALIGNED((size_t)to | (size_t)from)) {
    for (; count >= 4; count -= 4, to += 4, from += 4) *(word *)to = *(const word *)from;
  }
  while (count--) *to++ = *from++;
}

WEAK void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  copy_up(to, from, count);
  return to;
}

WEAK void *memmove(void *to, const void *from, size_t count) {
  byte *target = to;
  const byte *source = from;
  if ((size_t)target - (size_t)source >= count) {
    copy_up(target, source, count);
    return to;
  }
  while (count--) target[count] = source[count];
  return to;
}

WEAK void *memset(void *to, int value, size_t count) {
  byte *target = to;
  if (ALIGNED(target)) {
    word pattern = (byte)value * 0x01010101u;
    for (; count >= 4; count -= 4, target += 4) *(word *)target = pattern;
  }
  while (count--) *target++ = (byte)value;
  return to;
}

WEAK int memcmp(const void *left, const void *right, size_t count) {
  const byte *a = left, *b = right;
  for (; count--; a++, b++)
    if (*a != *b) return *a - *b;
  return 0;
}

WEAK size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length]) length++;
  return length;
}
`;

/**
 * First fit over blocks with an 8-byte header (size, next free), sorted by address, neighbours merged. Its own state is in
 * WebAssembly globals (address space 1), which a wild write cannot reach; only the headers of blocks lie in the arena.
 */
export const heapSource = `
typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;
#define STATE static __attribute__((address_space(1))) unsigned
#define WEAK __attribute__((weak))
typedef struct block { size_t size; struct block *next; } block;
extern byte __heap_base;
void *memcpy(void *restrict, const void *restrict, size_t);
void *memset(void *, int, size_t);

STATE arena_top;   /* first byte never handed out, from the arena's start */
STATE arena_size;
STATE free_list;   /* address of the first free block, or 0 */
STATE wanted;      /* bytes the arena would have needed, when a request failed */

static byte *arena(void) { return (byte *)(((size_t)&__heap_base + 15) & ~(size_t)15); }

void __bringup_heap_start(unsigned size) { arena_size = size; }
unsigned __bringup_heap_peak(void) { return arena_top; }
unsigned __bringup_heap_wanted(void) { return wanted; }

WEAK void *malloc(size_t size) {
  if (size == 0 || size > 0x7fffffff) return 0;
  size = (size + 7) & ~(size_t)7;
  block *before = 0;
  for (block *at = (block *)free_list; at; before = at, at = at->next) {
    if (at->size < size) continue;
    block *rest = at->next;
    if (at->size >= size + 16) {
      rest = (block *)((byte *)(at + 1) + size);
      rest->size = at->size - size - sizeof(block);
      rest->next = at->next;
      at->size = size;
    }
    if (before) before->next = rest; else free_list = (size_t)rest;
    at->next = at;
    return at + 1;
  }
  size_t needed = arena_top + sizeof(block) + size;
  if (needed > arena_size) {
    if (needed > wanted) wanted = needed;
    return 0;
  }
  block *fresh = (block *)(arena() + arena_top);
  arena_top = needed;
  fresh->size = size;
  fresh->next = fresh;
  return fresh + 1;
}

WEAK void free(void *pointer) {
  if (!pointer) return;
  block *freed = (block *)pointer - 1;
  if (freed->next != freed) __builtin_trap(); /* not from malloc, damaged, or freed twice */
  block *before = 0, *after = (block *)free_list;
  while (after && after < freed) before = after, after = after->next;
  freed->next = after;
  if (before) before->next = freed; else free_list = (size_t)freed;
  if (after && (byte *)(freed + 1) + freed->size == (byte *)after) {
    freed->size += sizeof(block) + after->size;
    freed->next = after->next;
  }
  if (before && (byte *)(before + 1) + before->size == (byte *)freed) {
    before->size += sizeof(block) + freed->size;
    before->next = freed->next;
  }
}

WEAK void *calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) return 0;
  void *fresh = malloc(bytes);
  if (fresh) memset(fresh, 0, bytes);
  return fresh;
}

WEAK void *realloc(void *pointer, size_t size) {
  if (!pointer) return malloc(size);
  if (size == 0) { free(pointer); return 0; }
  size_t old = ((block *)pointer - 1)->size;
  if (size <= old) return pointer;
  void *fresh = malloc(size);
  if (!fresh) return 0;
  memcpy(fresh, pointer, old);
  free(pointer);
  return fresh;
}
`;

/** Those of the first source that a program may call; a program that has a heap is linked with both sources. */
export const stringFunctions: ReadonlySet<string> = new Set(['memcpy', 'memmove', 'memset', 'memcmp', 'strlen']);
