#include "nms.h"

uint32_t nms(const box_t *boxes, uint32_t count, uint16_t *scratch, uint16_t *kept) {
  (void)boxes;
  (void)count;
  (void)scratch;
  (void)kept;
  return 0;
}
