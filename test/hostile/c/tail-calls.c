// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline, disable_tail_calls)) static int hop(int n, int left);
static int (*volatile jump)(int, int) = hop;
static int hop(int n, int left) { return left == 0 ? n : jump(n + 1, left - 1) ^ 1; }
int answer(const int8_t *data, int count) { return hop(0, 1000000); }
