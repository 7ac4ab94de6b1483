#include "nms.h"

typedef struct {
  int32_t left, top, right, bottom;
} area_t;

static int overlap(const box_t *p, const box_t *q) {
  area_t both = {p->left, p->top, p->right, p->bottom};
  if (q->left > both.left) both.left = q->left;
  if (q->right < both.right) both.right = q->right;
  if (both.left >= both.right) return 0;
  if (q->top > both.top) both.top = q->top;
  if (q->bottom < both.bottom) both.bottom = q->bottom;
  if (both.top >= both.bottom) return 0;
  int64_t shared = (int64_t)(both.right - both.left) * (both.bottom - both.top);
  int64_t a = (int64_t)(p->right - p->left) * (p->bottom - p->top);
  int64_t b = (int64_t)(q->right - q->left) * (q->bottom - q->top);
  return shared * NMS_IOU_DENOMINATOR > (a + b - shared) * NMS_IOU_NUMERATOR;
}

/* Merges from[low..middle) and from[middle..high) into `to`; of equal scores the left one comes first, so the order of the indexes stays. */
static void merge(const box_t *boxes, const uint16_t *from, uint16_t *to, uint32_t low, uint32_t middle, uint32_t high) {
  uint32_t left = low, right = middle;
  for (uint32_t at = low; at < high; at++) {
    int is_right = left == middle || (right < high && boxes[from[right]].score > boxes[from[left]].score);
    to[at] = from[is_right ? right++ : left++];
  }
}

uint32_t nms(const box_t *boxes, uint32_t count, uint16_t *scratch, uint16_t *kept) {
  uint16_t *from = scratch, *to = scratch + NMS_MOST_BOXES;
  uint32_t n = 0;
  for (uint32_t i = 0; i < count; i++)
    if (boxes[i].score >= NMS_SCORE_MIN && boxes[i].right > boxes[i].left && boxes[i].bottom > boxes[i].top) from[n++] = (uint16_t)i;

  for (uint32_t width = 1; width < n; width *= 2) {
    for (uint32_t low = 0; low < n; low += 2 * width) {
      uint32_t middle = low + width < n ? low + width : n;
      uint32_t high = middle + width < n ? middle + width : n;
      merge(boxes, from, to, low, middle, high);
    }
    uint16_t *swap = from;
    from = to;
    to = swap;
  }

  uint32_t stored = 0;
  for (uint32_t i = 0; i < n && stored < NMS_MOST_KEPT; i++) {
    const box_t *box = &boxes[from[i]];
    int is_kept = 1;
    for (uint32_t k = 0; k < stored && is_kept; k++) {
      const box_t *rival = &boxes[kept[k]];
      if (rival->label == box->label && overlap(box, rival)) is_kept = 0;
    }
    if (is_kept) kept[stored++] = from[i];
  }
  return stored;
}
