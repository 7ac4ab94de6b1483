// loses: refuses-foreign
// Calls null a block that is not handed out.
#include "block_pool.h"

#define STRIDE ((POOL_BLOCK_BYTES + POOL_ALIGN - 1u) / POOL_ALIGN * POOL_ALIGN)
#define WORDS ((POOL_MAX_BLOCKS + 31u) / 32u)

uint32_t pool_init(pool_t *pool, void *memory, uint32_t bytes) {
  uint32_t pad = (uint32_t)(0u - (uintptr_t)memory) % POOL_ALIGN;
  uint32_t count = 0;
  if (bytes >= pad && bytes - pad >= POOL_BLOCK_BYTES) count = (bytes - pad - POOL_BLOCK_BYTES) / STRIDE + 1u;
  if (count > POOL_MAX_BLOCKS) count = POOL_MAX_BLOCKS;
  pool->first = (uint8_t *)memory + pad;
  pool->blocks = count;
  pool->free = 0;
  pool->used = 0;
  pool->peak = 0;
  for (uint32_t i = 0; i < WORDS; i++) pool->in_use[i] = 0;
  for (uint32_t i = count; i-- > 0;) {
    void **block = (void **)(pool->first + i * STRIDE);
    *block = pool->free;
    pool->free = block;
  }
  return count;
}

void *pool_alloc(pool_t *pool) {
  void **block = pool->free;
  if (!block) return 0;
  uint32_t index = (uint32_t)((uint8_t *)block - pool->first) / STRIDE;
  pool->free = *block;
  pool->in_use[index / 32u] |= 1u << index % 32u;
  if (++pool->used > pool->peak) pool->peak = pool->used;
  return block;
}

int32_t pool_free(pool_t *pool, void *block) {
  if (!block) return POOL_DOUBLE;
  uint32_t offset = (uint32_t)((uintptr_t)block - (uintptr_t)pool->first);
  uint32_t index = offset / STRIDE;
  if (offset % STRIDE || index >= pool->blocks) return POOL_FOREIGN;
  uint32_t bit = 1u << index % 32u;
  if (!(pool->in_use[index / 32u] & bit)) return POOL_DOUBLE;
  pool->in_use[index / 32u] &= ~bit;
  *(void **)block = pool->free;
  pool->free = block;
  pool->used--;
  return POOL_OK;
}
