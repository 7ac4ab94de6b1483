// verdict: compile-error
#include "answer.h"
static char area[1 << 20];
__attribute__((target("bulk-memory"))) int answer(const int8_t *data, int count) {
  for (int i = 0;; i++) {
    __builtin_memset(area, i, sizeof area);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
  }
}
