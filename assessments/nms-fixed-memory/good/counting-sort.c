#include "nms.h"

#define LEVELS (127 - NMS_SCORE_MIN + 1)
_Static_assert(LEVELS <= NMS_MOST_BOXES, "one place for each score that counts");

static int is_candidate(const box_t *b) {
  return b->score >= NMS_SCORE_MIN && b->left < b->right && b->top < b->bottom;
}

static inline int32_t max(int32_t a, int32_t b) { return a > b ? a : b; }
static inline int32_t min(int32_t a, int32_t b) { return a < b ? a : b; }

static uint64_t area_of(int32_t left, int32_t top, int32_t right, int32_t bottom) {
  return (uint64_t)(uint32_t)(right - left) * (uint32_t)(bottom - top);
}

/* Sorts the indexes of all candidates: best score first, and stable. */
static uint32_t sort(const box_t *boxes, uint32_t count, uint16_t *order, uint16_t *place) {
  for (uint32_t s = 0; s < LEVELS; s++) place[s] = 0;
  for (uint32_t i = 0; i < count; i++)
    if (is_candidate(&boxes[i])) place[127 - boxes[i].score]++;
  uint32_t total = 0;
  for (uint32_t s = 0; s < LEVELS; s++) {
    uint32_t many = place[s];
    place[s] = (uint16_t)total;
    total += many;
  }
  for (uint32_t i = 0; i < count; i++)
    if (is_candidate(&boxes[i])) order[place[127 - boxes[i].score]++] = (uint16_t)i;
  return total;
}

uint32_t nms(const box_t *boxes, uint32_t count, uint16_t *scratch, uint16_t *kept) {
  uint32_t total = sort(boxes, count, scratch, scratch + NMS_MOST_BOXES);
  uint32_t n = 0;
  for (uint32_t i = 0; i < total && n < NMS_MOST_KEPT; i++) {
    const box_t a = boxes[scratch[i]];
    uint64_t own = area_of(a.left, a.top, a.right, a.bottom);
    uint32_t k = 0;
    for (; k < n; k++) {
      const box_t *b = &boxes[kept[k]];
      if (b->label != a.label || b->left >= a.right || b->right <= a.left || b->top >= a.bottom || b->bottom <= a.top) continue;
      uint64_t both = area_of(max(a.left, b->left), max(a.top, b->top), min(a.right, b->right), min(a.bottom, b->bottom));
      uint64_t all = own + area_of(b->left, b->top, b->right, b->bottom) - both;
      if (both * NMS_IOU_DENOMINATOR > all * NMS_IOU_NUMERATOR) break;
    }
    if (k == n) kept[n++] = scratch[i];
  }
  return n;
}
