// verdict: instruction-limit-exceeded
#include "answer.h"
static char area[1 << 20];
__attribute__((target("bulk-memory"))) int answer(const int8_t *data, int count) {
  volatile char *seen = area;
  for (int i = 0, sum = 0;; i++) {
    __builtin_memset(area, i, sizeof area);
    sum += seen[i & 0xfffff];
  }
}
