// Sorts all tensors with Shell's method into the order in which they get places, then fits each into the lowest gap.
#include "arena_planner.h"

static uint32_t end_of(const tensor_t *x, uint32_t at) { return (at + x->bytes + (PLAN_ALIGN - 1u)) & -PLAN_ALIGN; }

/* Large ones come early, pinned ones before all: sizes stay below 2^30, so a bit above them is free. */
static uint32_t rank(const tensor_t *x) { return x->bytes | (x->pinned < 0 ? 0u : 1u << 31); }

static int overlap_in_time(const tensor_t *a, const tensor_t *b) {
  uint32_t a_end = a->until, b_end = b->until;
#ifdef PLAN_UNTIL_IS_LAST_USE
  a_end++, b_end++;
#endif
  return a->first < b_end && b->first < a_end;
}

uint32_t plan_arena(const tensor_t *tensors, uint32_t count, uint32_t *offsets) {
  uint8_t queue[PLAN_MAX_TENSORS], placed[PLAN_MAX_TENSORS];
  uint32_t arena = 0, n = 0;
  for (uint32_t i = 0; i < count; i++) queue[i] = (uint8_t)i;
  for (uint32_t gap = count / 2; gap > 0; gap /= 2) {
    for (uint32_t i = gap; i < count; i++) {
      uint8_t moved = queue[i];
      uint32_t key = rank(&tensors[moved]), j = i;
      for (; j >= gap && rank(&tensors[queue[j - gap]]) < key; j -= gap) queue[j] = queue[j - gap];
      queue[j] = moved;
    }
  }
  for (uint32_t q = 0; q < count; q++) {
    const tensor_t *x = &tensors[queue[q]];
    uint32_t at = x->pinned < 0 ? 0 : (uint32_t)x->pinned;
    for (uint32_t k = 0; x->bytes > 0 && k < n; k++) {
      const tensor_t *y = &tensors[placed[k]];
      uint32_t start = offsets[placed[k]], end = end_of(y, start);
      if (end <= at || !overlap_in_time(x, y)) continue;
      if (start >= at + x->bytes) break;
      if (x->pinned >= 0) return PLAN_CONFLICT;
      at = end;
    }
    offsets[queue[q]] = at;
    if (x->bytes == 0) continue;
    uint32_t slot = n++;
    for (; slot > 0 && offsets[placed[slot - 1]] > at; slot--) placed[slot] = placed[slot - 1];
    placed[slot] = queue[q];
    if (end_of(x, at) > arena) arena = end_of(x, at);
  }
  return arena;
}
