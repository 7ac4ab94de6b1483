// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static int down(int n) {
  volatile char frame[64];
  frame[n & 63] = 1;
  return down(n + 1) + frame[0];
}
int answer(const int8_t *data, int count) { return down(count); }
