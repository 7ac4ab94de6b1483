// Everything by the number of a block: -1 for an address that is none.
#include "block_pool.h"

#define STEP (((POOL_BLOCK_BYTES - 1u) / POOL_ALIGN + 1u) * POOL_ALIGN)

static void **block_at(const pool_t *pool, uint32_t index) { return (void **)(pool->first + STEP * index); }

static int32_t index_of(const pool_t *pool, const void *block) {
  uint32_t address = (uint32_t)block, first = (uint32_t)pool->first;
  if (address < first || (address - first) % STEP) return -1;
  uint32_t index = (address - first) / STEP;
  return index < pool->blocks ? (int32_t)index : -1;
}

uint32_t pool_init(pool_t *pool, void *memory, uint32_t bytes) {
  uint32_t over = (uint32_t)memory % POOL_ALIGN, skip = over ? POOL_ALIGN - over : 0, n = 0;
  if (bytes > skip) {
    /* The last block needs no padding behind it: lend it what is missing. */
    n = (bytes - skip + (STEP - POOL_BLOCK_BYTES)) / STEP;
    if (n > POOL_MAX_BLOCKS) n = POOL_MAX_BLOCKS;
  }
  *pool = (pool_t){.first = (uint8_t *)memory + skip, .blocks = n};
  for (uint32_t i = 0; i + 1 < n; i++) *block_at(pool, i) = block_at(pool, i + 1);
  if (n) {
    *block_at(pool, n - 1) = 0;
    pool->free = pool->first;
  }
  return n;
}

void *pool_alloc(pool_t *pool) {
  void **block = pool->free;
  if (block) {
    int32_t i = index_of(pool, block);
    pool->free = *block;
    pool->in_use[i / 32] |= 1u << (i % 32);
    if (pool->used++ == pool->peak) pool->peak++;
  }
  return block;
}

int32_t pool_free(pool_t *pool, void *block) {
  int32_t i = index_of(pool, block);
  if (i < 0) return POOL_FOREIGN;
  uint32_t mask = 1u << (i % 32);
  if (~pool->in_use[i / 32] & mask) return POOL_DOUBLE;
  pool->in_use[i / 32] -= mask;
  *(void **)block = pool->free;
  pool->free = block;
  pool->used--;
  return POOL_OK;
}
