// loses: random-frames
// Adds up the overlaps with all kept boxes before it compares.
#include "nms.h"

/*
 * A list of boxes for each score. `first` holds the head of each list, `next` what follows a box; both hold an index + 1, and 0 ends a list.
 * Scores that do not count get no list, so there are at most 228 lists, which fit in one half of the scratch memory.
 */

static uint32_t cut(int32_t a0, int32_t a1, int32_t b0, int32_t b1) {
  int32_t from = a0 > b0 ? a0 : b0;
  int32_t to = a1 < b1 ? a1 : b1;
  return to > from ? (uint32_t)(to - from) : 0;
}

static uint32_t area(const box_t *b) {
  return (uint32_t)(b->right - b->left) * (uint32_t)(b->bottom - b->top);
}

/* Intersection over union. */
static double overlap(const box_t *a, const box_t *b) {
  uint32_t common = cut(a->left, a->right, b->left, b->right) * cut(a->top, a->bottom, b->top, b->bottom);
  return (double)common / (double)(area(a) + area(b) - common);
}

uint32_t nms(const box_t *boxes, uint32_t count, uint16_t *scratch, uint16_t *kept) {
  uint16_t *first = scratch;
  uint16_t *next = scratch + NMS_MOST_BOXES;
  uint32_t found = 0;

  for (int32_t score = NMS_SCORE_MIN; score <= 127; score++) first[score - NMS_SCORE_MIN] = 0;
  for (uint32_t i = count; i > 0; i--) {
    const box_t *box = &boxes[i - 1];
    if (box->score < NMS_SCORE_MIN || box->right <= box->left || box->bottom <= box->top) continue;
    uint16_t *head = &first[box->score - NMS_SCORE_MIN];
    next[i - 1] = *head;
    *head = (uint16_t)i;
  }

  for (int32_t score = 127; score >= NMS_SCORE_MIN; score--) {
    for (uint32_t at = first[score - NMS_SCORE_MIN]; at != 0; at = next[at - 1]) {
      if (found == NMS_MOST_KEPT) return found;
      const box_t *box = &boxes[at - 1];
      uint32_t k = 0;
      double sum = 0;
      for (; k < found; k++) {
        const box_t *other = &boxes[kept[k]];
        if (other->label == box->label && (sum += overlap(other, box)) > NMS_IOU_NUMERATOR / 100.0) break;
      }
      if (k == found) kept[found++] = (uint16_t)(at - 1);
    }
  }
  return found;
}
