// loses: most-kept
// Stores an index before it looks whether there is room.
#include "nms.h"

static int comes_before(const box_t *boxes, uint32_t a, uint32_t b) {
  int32_t difference = boxes[a].score - boxes[b].score;
  return difference ? difference > 0 : a < b;
}

/* Lets the entry at `at` sink in a heap whose root comes first. */
static void sink(const box_t *boxes, uint16_t *heap, uint32_t count, uint32_t at) {
  uint16_t moved = heap[at];
  for (;;) {
    uint32_t child = 2 * at + 1;
    if (child >= count) break;
    if (child + 1 < count && comes_before(boxes, heap[child + 1], heap[child])) child++;
    if (!comes_before(boxes, heap[child], moved)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = moved;
}

static uint32_t area(const box_t *box) {
  return (uint32_t)(box->right - box->left) * (uint32_t)(box->bottom - box->top);
}

/* An intersection and a union lie inside 2^16 by 2^16 units, so each fits in 32 bits; their products with the threshold do not. */
static int overlaps(const box_t *a, const box_t *b) {
  int32_t width = (a->right < b->right ? a->right : b->right) - (a->left > b->left ? a->left : b->left);
  if (width <= 0) return 0;
  int32_t height = (a->bottom < b->bottom ? a->bottom : b->bottom) - (a->top > b->top ? a->top : b->top);
  if (height <= 0) return 0;
  uint32_t common = (uint32_t)width * (uint32_t)height;
  uint32_t joint = area(a) + area(b) - common;
  return (uint64_t)common * NMS_IOU_DENOMINATOR > (uint64_t)joint * NMS_IOU_NUMERATOR;
}

uint32_t nms(const box_t *boxes, uint32_t count, uint16_t *scratch, uint16_t *kept) {
  uint32_t left = 0, found = 0;
  for (uint32_t i = 0; i < count; i++) {
    const box_t *box = &boxes[i];
    if (box->score >= NMS_SCORE_MIN && box->right > box->left && box->bottom > box->top) scratch[left++] = (uint16_t)i;
  }
  for (uint32_t i = left / 2; i-- > 0;) sink(boxes, scratch, left, i);
  while (left > 0) {
    uint16_t best = scratch[0];
    scratch[0] = scratch[--left];
    if (left > 1) sink(boxes, scratch, left, 0);
    const box_t *box = &boxes[best];
    uint32_t k = 0;
    while (k < found && (boxes[kept[k]].label != box->label || !overlaps(box, &boxes[kept[k]]))) k++;
    if (k == found) {
      kept[found] = best;
      if (found == NMS_MOST_KEPT) break;
      found++;
    }
  }
  return found;
}
