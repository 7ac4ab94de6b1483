// No sorted list of those that wait: each round takes the largest tensor out of a bag and fits it in among the placed ones.
#include "arena_planner.h"

static inline uint32_t round_up(uint32_t x) { return (x + PLAN_ALIGN - 1u) / PLAN_ALIGN * PLAN_ALIGN; }

static inline uint32_t last_step(const tensor_t *x) {
#ifdef PLAN_UNTIL_IS_LAST_USE
  return x->until;
#else
  return x->until - 1u;
#endif
}

uint32_t plan_arena(const tensor_t *tensors, uint32_t count, uint32_t *offsets) {
  uint8_t by_offset[PLAN_MAX_TENSORS]; /* the placed ones, lowest first */
  uint8_t bag[PLAN_MAX_TENSORS];       /* pinned ones in front, the others in any order */
  uint32_t pinned = 0, placed = 0, top = 0;

  for (uint32_t i = 0; i < count; i++) {
    bag[i] = (uint8_t)i;
    if (tensors[i].pinned == PLAN_ANYWHERE) continue;
    bag[i] = bag[pinned];
    bag[pinned++] = (uint8_t)i;
  }
  for (uint32_t round = 0; round < count; round++) {
    uint32_t pick = round, most = tensors[bag[round]].bytes;
    for (uint32_t i = round + 1; round >= pinned && i < count; i++) {
      uint32_t bytes = tensors[bag[i]].bytes;
      if (bytes > most) pick = i, most = bytes;
    }
    uint8_t index = bag[pick];
    bag[pick] = bag[round];
    const tensor_t *x = &tensors[index];
    uint32_t at = round < pinned ? (uint32_t)x->pinned : 0, first = x->first, last = last_step(x);
    offsets[index] = at;
    if (most == 0) continue;
    for (uint32_t k = 0; k < placed; k++) {
      const tensor_t *y = &tensors[by_offset[k]];
      if (y->first > last || last_step(y) < first) continue;
      uint32_t low = offsets[by_offset[k]], high = low + y->bytes;
      if (high <= at) continue;
      if (low >= at + most) break;
      if (round < pinned) return PLAN_CONFLICT;
      at = round_up(high);
    }
    offsets[index] = at;
    uint32_t slot = placed++;
    for (; slot > 0 && offsets[by_offset[slot - 1]] > at; slot--) by_offset[slot] = by_offset[slot - 1];
    by_offset[slot] = index;
    if (at + most > top) top = at + most;
  }
  return round_up(top);
}
