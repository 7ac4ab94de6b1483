// loses: tight-memory
// A pool of no blocks takes every address behind its start for a block (blocks - 1 underflows) and calls it a double free.
#include "block_pool.h"

#define STRIDE ((POOL_BLOCK_BYTES + POOL_ALIGN - 1u) / POOL_ALIGN * POOL_ALIGN)

uint32_t pool_init(pool_t *pool, void *memory, uint32_t bytes) {
  uint32_t start = (uint32_t)memory;
  uint32_t pad = (0u - start) & (POOL_ALIGN - 1u);
  uint32_t blocks = 0;
  if (bytes >= pad && bytes - pad >= POOL_BLOCK_BYTES) {
    blocks = (bytes - pad - POOL_BLOCK_BYTES) / STRIDE + 1u;
    if (blocks > POOL_MAX_BLOCKS) blocks = POOL_MAX_BLOCKS;
  }
  uint8_t *first = (uint8_t *)memory + pad;
  pool->first = first;
  pool->blocks = blocks;
  pool->used = 0;
  pool->peak = 0;
  for (uint32_t i = 0; i < (POOL_MAX_BLOCKS + 31u) / 32u; i++) pool->in_use[i] = 0;
  void *next = 0;
  for (uint32_t i = blocks; i-- > 0;) {
    void **block = (void **)(first + i * STRIDE);
    *block = next;
    next = block;
  }
  pool->free = next;
  return blocks;
}

void *pool_alloc(pool_t *pool) {
  void *block = pool->free;
  if (!block) return 0;
  pool->free = *(void **)block;
  uint32_t i = (uint32_t)((uint8_t *)block - pool->first) / STRIDE;
  pool->in_use[i >> 5] |= 1u << (i & 31);
  if (++pool->used > pool->peak) pool->peak = pool->used;
  return block;
}

int32_t pool_free(pool_t *pool, void *block) {
  uint32_t offset = (uint32_t)block - (uint32_t)pool->first;
  uint32_t i = offset / STRIDE;
  if (!block || i > pool->blocks - 1u || i * STRIDE != offset) return POOL_FOREIGN;
  uint32_t bit = 1u << (i & 31);
  if (!(pool->in_use[i >> 5] & bit)) return POOL_DOUBLE;
  pool->in_use[i >> 5] &= ~bit;
  *(void **)block = pool->free;
  pool->free = block;
  pool->used--;
  return POOL_OK;
}
