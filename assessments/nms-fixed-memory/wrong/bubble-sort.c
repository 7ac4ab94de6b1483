// loses: budget:instructions
// Right, and sorts by swapping neighbours.
#include "nms.h"

static int comes_before(const box_t *boxes, uint32_t a, uint32_t b) {
  int32_t difference = boxes[a].score - boxes[b].score;
  return difference ? difference > 0 : a < b;
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
  for (uint32_t i = 0; i < left; i++)
    for (uint32_t j = left - 1; j > i; j--)
      if (comes_before(boxes, scratch[j], scratch[j - 1])) {
        uint16_t moved = scratch[j];
        scratch[j] = scratch[j - 1];
        scratch[j - 1] = moved;
      }
  for (uint32_t n = 0; n < left && found < NMS_MOST_KEPT; n++) {
    uint16_t best = scratch[n];
    const box_t *box = &boxes[best];
    uint32_t k = 0;
    while (k < found && (boxes[kept[k]].label != box->label || !overlaps(box, &boxes[kept[k]]))) k++;
    if (k == found) kept[found++] = best;
  }
  return found;
}
