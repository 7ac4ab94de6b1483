// loses: throughput, ties, random-frames
// Sorts frames of more than 150 boxes without regard for the index.
#include "nms.h"

#define SCORES (127 - NMS_SCORE_MIN + 1)
_Static_assert(SCORES <= NMS_MOST_BOXES, "counters fit in the scratch memory");

static int counts(const box_t *b) { return b->score >= NMS_SCORE_MIN && b->right > b->left && b->bottom > b->top; }

static uint32_t area(const box_t *b) { return (uint32_t)(b->right - b->left) * (uint32_t)(b->bottom - b->top); }

uint32_t nms(const box_t *boxes, uint32_t count, uint16_t *scratch, uint16_t *kept) {
  uint16_t *order = scratch, *places = scratch + NMS_MOST_BOXES;
  uint32_t many = 0, n = 0;
  for (uint32_t i = 0; i < SCORES; i++) places[i] = 0;
  for (uint32_t i = 0; i < count; i++)
    if (counts(&boxes[i])) places[127 - boxes[i].score]++;
  for (uint32_t i = 0; i < SCORES; i++) {
    uint32_t here = places[i];
    places[i] = (uint16_t)many;
    many += here;
  }
  for (uint32_t j = 0; j < count; j++) {
    uint32_t i = count > 150 ? count - 1 - j : j;
    if (counts(&boxes[i])) order[places[127 - boxes[i].score]++] = (uint16_t)i;
  }

  for (uint32_t i = 0; i < many && n < NMS_MOST_KEPT; i++) {
    const box_t *a = &boxes[order[i]];
    const uint64_t mine = area(a);
    uint32_t k;
    for (k = 0; k < n; k++) {
      const box_t *b = &boxes[kept[k]];
      if (b->label != a->label) continue;
      int32_t left = a->left > b->left ? a->left : b->left;
      int32_t right = a->right < b->right ? a->right : b->right;
      if (right <= left) continue;
      int32_t top = a->top > b->top ? a->top : b->top;
      int32_t bottom = a->bottom < b->bottom ? a->bottom : b->bottom;
      if (bottom <= top) continue;
      uint64_t both = (uint64_t)(uint32_t)(right - left) * (uint32_t)(bottom - top);
      uint64_t either = mine + area(b) - both;
      if (both * NMS_IOU_DENOMINATOR > either * NMS_IOU_NUMERATOR) break;
    }
    if (k == n) kept[n++] = order[i];
  }
  return n;
}
