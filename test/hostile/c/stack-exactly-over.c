// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static void use(volatile char *p) { p[0] = 1; }
int answer(const int8_t *data, int count) {
  volatile char frame[1040];
  use(frame);
  return 0;
}
