// loses: pinned-conflict
// Takes two pinned tensors that touch each other for a conflict.
#include "arena_planner.h"

static uint32_t end_of(const tensor_t *tensor, uint32_t offset) {
  return (offset + tensor->bytes + PLAN_ALIGN - 1) & ~(PLAN_ALIGN - 1);
}

static int live_together(const tensor_t *a, const tensor_t *b) {
#ifdef PLAN_UNTIL_IS_LAST_USE
  return a->first <= b->until && b->first <= a->until;
#else
  return a->first < b->until && b->first < a->until;
#endif
}

/* Pinned tensors come before all others, and large ones before small ones. */
static int comes_before(const tensor_t *a, const tensor_t *b) {
  int first = a->pinned != PLAN_ANYWHERE;
  int second = b->pinned != PLAN_ANYWHERE;
  return first != second ? first : a->bytes > b->bytes;
}

uint32_t plan_arena(const tensor_t *tensors, uint32_t count, uint32_t *offsets) {
  /* The first `placed` entries are sorted by offset, the others wait in the order in which they are placed. */
  uint16_t order[PLAN_MAX_TENSORS];
  uint32_t arena = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = i;
    for (; at > 0 && comes_before(&tensors[i], &tensors[order[at - 1]]); at--) order[at] = order[at - 1];
    order[at] = (uint16_t)i;
  }
  for (uint32_t placed = 0; placed < count; placed++) {
    uint32_t index = order[placed];
    const tensor_t *tensor = &tensors[index];
    int is_pinned = tensor->pinned != PLAN_ANYWHERE;
    uint32_t offset = is_pinned ? (uint32_t)tensor->pinned : 0;
    for (uint32_t i = 0; i < placed; i++) {
      const tensor_t *other = &tensors[order[i]];
      uint32_t start = offsets[order[i]];
      if (other->bytes == 0 || tensor->bytes == 0 || !live_together(tensor, other)) continue;
      if (offset + tensor->bytes < start || (!is_pinned && offset + tensor->bytes == start)) break;
      uint32_t end = end_of(other, start);
      if (end <= offset) continue;
      if (is_pinned) return PLAN_CONFLICT;
      offset = end;
    }
    offsets[index] = offset;
    uint32_t at = placed;
    for (; at > 0 && offsets[order[at - 1]] > offset; at--) order[at] = order[at - 1];
    order[at] = (uint16_t)index;
    uint32_t end = end_of(tensor, offset);
    if (tensor->bytes > 0 && end > arena) arena = end;
  }
  return arena;
}
