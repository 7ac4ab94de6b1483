// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static int down(int n) { static volatile int never; return never ? 0 : 7 / (down(n + 1) | 1); }
int answer(const int8_t *data, int count) { return down(count); }
