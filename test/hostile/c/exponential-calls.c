// verdict: instruction-limit-exceeded
#include "answer.h"
#define CALLS(n, m) __attribute__((noinline)) static int c##n(int x) { return c##m(x) + c##m(x ^ 1) + c##m(x + 3); }
static volatile int sink;
__attribute__((noinline)) static int c0(int x) { sink = x; return sink; }
CALLS(1, 0) CALLS(2, 1) CALLS(3, 2) CALLS(4, 3) CALLS(5, 4) CALLS(6, 5) CALLS(7, 6) CALLS(8, 7) CALLS(9, 8) CALLS(10, 9)
CALLS(11, 10) CALLS(12, 11) CALLS(13, 12) CALLS(14, 13) CALLS(15, 14) CALLS(16, 15) CALLS(17, 16) CALLS(18, 17) CALLS(19, 18) CALLS(20, 19)
int answer(const int8_t *data, int count) { return c20(count); }
