// The list is laid forward through a pointer to the last link; ends are compared before any division.
#include "block_pool.h"

enum { PITCH = (POOL_BLOCK_BYTES + POOL_ALIGN - 1u) & ~(POOL_ALIGN - 1u) };

uint32_t pool_init(pool_t *pool, void *memory, uint32_t bytes) {
  uint8_t *at = memory;
  while ((uintptr_t)at % POOL_ALIGN != 0 && bytes > 0) at++, bytes--;
  for (uint32_t i = 0; i < sizeof pool->in_use / sizeof pool->in_use[0]; i++) pool->in_use[i] = 0;
  pool->first = at;
  pool->blocks = 0;
  pool->used = 0;
  pool->peak = 0;
  void **link = &pool->free;
  while (bytes >= POOL_BLOCK_BYTES && pool->blocks < POOL_MAX_BLOCKS) {
    *link = at;
    link = (void **)at;
    pool->blocks++;
    at += PITCH;
    bytes = bytes > PITCH ? bytes - PITCH : 0;
  }
  *link = 0;
  return pool->blocks;
}

void *pool_alloc(pool_t *pool) {
  uint8_t *block = pool->free;
  if (block == 0) return 0;
  uint32_t i = (uint32_t)(block - pool->first) / PITCH;
  pool->in_use[i >> 5] |= 1u << (i & 31u);
  pool->free = *(void **)block;
  pool->used++;
  if (pool->peak < pool->used) pool->peak = pool->used;
  return block;
}

int32_t pool_free(pool_t *pool, void *block) {
  uint8_t *at = block;
  if (at < pool->first || at >= pool->first + pool->blocks * PITCH) return POOL_FOREIGN;
  uint32_t distance = (uint32_t)(at - pool->first);
  if (distance % PITCH != 0) return POOL_FOREIGN;
  uint32_t *word = &pool->in_use[distance / PITCH >> 5];
  uint32_t bit = 1u << (distance / PITCH & 31u);
  if ((*word & bit) == 0) return POOL_DOUBLE;
  *word ^= bit;
  *(void **)block = pool->free;
  pool->free = block;
  pool->used--;
  return POOL_OK;
}
