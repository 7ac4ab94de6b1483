// Blocks as nodes of a list, and the map behind three small functions.
#include <string.h>
#include "block_pool.h"

typedef struct node {
  struct node *next;
} node_t;

static const uint32_t stride = (POOL_BLOCK_BYTES + POOL_ALIGN - 1) / POOL_ALIGN * POOL_ALIGN;

static int is_out(const pool_t *pool, uint32_t index) { return (pool->in_use[index / 32] >> index % 32) & 1; }
static void mark_out(pool_t *pool, uint32_t index) { pool->in_use[index / 32] |= (uint32_t)1 << index % 32; }
static void mark_free(pool_t *pool, uint32_t index) { pool->in_use[index / 32] &= ~((uint32_t)1 << index % 32); }

static void push(pool_t *pool, node_t *node) {
  node->next = pool->free;
  pool->free = node;
}

uint32_t pool_init(pool_t *pool, void *memory, uint32_t bytes) {
  memset(pool, 0, sizeof *pool);
  uintptr_t start = ((uintptr_t)memory + POOL_ALIGN - 1) & ~(uintptr_t)(POOL_ALIGN - 1);
  uint32_t lost = (uint32_t)(start - (uintptr_t)memory);
  pool->first = (uint8_t *)start;
  if (bytes < lost + POOL_BLOCK_BYTES) return 0;
  pool->blocks = 1 + (bytes - lost - POOL_BLOCK_BYTES) / stride;
  if (pool->blocks > POOL_MAX_BLOCKS) pool->blocks = POOL_MAX_BLOCKS;
  for (uint8_t *at = pool->first + pool->blocks * stride; at != pool->first;) {
    at -= stride;
    push(pool, (node_t *)at);
  }
  return pool->blocks;
}

void *pool_alloc(pool_t *pool) {
  node_t *node = pool->free;
  if (!node) return NULL;
  pool->free = node->next;
  mark_out(pool, (uint32_t)((uint8_t *)node - pool->first) / stride);
  pool->used += 1;
  if (pool->used > pool->peak) pool->peak = pool->used;
  return node;
}

int32_t pool_free(pool_t *pool, void *block) {
  uintptr_t offset = (uintptr_t)block - (uintptr_t)pool->first;
  if (offset % stride != 0 || offset / stride >= pool->blocks) return POOL_FOREIGN;
  uint32_t index = (uint32_t)(offset / stride);
  if (!is_out(pool, index)) return POOL_DOUBLE;
  mark_free(pool, index);
  push(pool, block);
  pool->used -= 1;
  return POOL_OK;
}
