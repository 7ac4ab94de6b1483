// verdict: memory-limit-exceeded
#include "answer.h"
void keep(volatile char *);
__attribute__((noinline)) void keep(volatile char *p) { p[0] = 1; }
int answer(const int8_t *data, int count) {
  volatile char big[2000000000];
  keep(big);
  return big[0];
}
