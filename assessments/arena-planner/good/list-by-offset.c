// Two linked lists in one array of links: tensors that wait, and tensors that are placed, by rising offset.
#include "arena_planner.h"

enum { NONE = 0xFF };

static int meet(const tensor_t *a, const tensor_t *b) {
#ifdef PLAN_UNTIL_IS_FREE
  return a->first < b->until && b->first < a->until;
#else
  return a->first <= b->until && b->first <= a->until;
#endif
}

static uint32_t aligned(uint32_t bytes) {
  return (bytes + (PLAN_ALIGN - 1u)) & ~(PLAN_ALIGN - 1u);
}

typedef struct {
  const tensor_t *tensors;
  uint32_t *offsets;
  uint32_t size;
  uint8_t head;
  uint8_t next[PLAN_MAX_TENSORS];
} plan_t;

/* Puts a tensor with bytes into the list; `at` is its lowest offset. Returns 0 when `is_fixed` and there is no room just there. */
static int put(plan_t *plan, uint8_t index, uint32_t at, int is_fixed) {
  const tensor_t *tensor = &plan->tensors[index];
  uint8_t *link = &plan->head;
  for (uint8_t *walk = link; *walk != NONE; walk = &plan->next[*walk]) {
    uint32_t start = plan->offsets[*walk];
    const tensor_t *other = &plan->tensors[*walk];
    if (meet(tensor, other)) {
      if (start >= at + tensor->bytes) break;
      if (start + other->bytes > at) {
        if (is_fixed) return 0;
        at = aligned(start + other->bytes);
      }
    }
  }
  while (*link != NONE && plan->offsets[*link] <= at) link = &plan->next[*link];
  plan->next[index] = *link;
  *link = index;
  plan->offsets[index] = at;
  if (plan->size < aligned(at + tensor->bytes)) plan->size = aligned(at + tensor->bytes);
  return 1;
}

uint32_t plan_arena(const tensor_t *tensors, uint32_t count, uint32_t *offsets) {
  plan_t plan;
  plan.tensors = tensors;
  plan.offsets = offsets;
  plan.size = 0;
  plan.head = NONE;
  uint8_t waiting = NONE;
  for (uint32_t i = 0; i < count; i++) {
    const tensor_t *tensor = &tensors[i];
    int is_pinned = tensor->pinned != PLAN_ANYWHERE;
    offsets[i] = is_pinned ? (uint32_t)tensor->pinned : 0;
    if (tensor->bytes == 0) continue;
    if (is_pinned) {
      if (!put(&plan, (uint8_t)i, offsets[i], 1)) return PLAN_CONFLICT;
      continue;
    }
    uint8_t *link = &waiting;
    while (*link != NONE && tensors[*link].bytes >= tensor->bytes) link = &plan.next[*link];
    plan.next[i] = *link;
    *link = (uint8_t)i;
  }
  while (waiting != NONE) {
    uint8_t index = waiting;
    waiting = plan.next[index];
    put(&plan, index, 0, 0);
  }
  return plan.size;
}
