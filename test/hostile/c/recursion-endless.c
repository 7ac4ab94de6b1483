// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static int down(int n) { return n == -1 ? 0 : down(n + 1) + 1; }
int answer(const int8_t *data, int count) { return down(count); }
