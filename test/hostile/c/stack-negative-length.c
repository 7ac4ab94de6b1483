// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static int use(volatile char *p) { p[0] = 1; return p[0]; }
int answer(const int8_t *data, int count) {
  volatile int n = -4096;
  volatile char *big = __builtin_alloca(n);
  return use(big);
}
