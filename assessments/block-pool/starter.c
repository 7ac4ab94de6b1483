#include "block_pool.h"

uint32_t pool_init(pool_t *pool, void *memory, uint32_t bytes) {
  (void)pool;
  (void)memory;
  (void)bytes;
  return 0;
}

void *pool_alloc(pool_t *pool) {
  (void)pool;
  return 0;
}

int32_t pool_free(pool_t *pool, void *block) {
  (void)pool;
  (void)block;
  return POOL_FOREIGN;
}
