// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static int use(volatile char *p, int n) { p[n - 1] = 1; return p[n - 1]; }
int answer(const int8_t *data, int count) {
  int n = count * 1000;
  volatile char big[n];
  return use(big, n);
}
