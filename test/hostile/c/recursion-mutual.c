// verdict: memory-limit-exceeded
#include "answer.h"
static volatile int zero;
static int pong(int n);
__attribute__((noinline)) static int ping(int n) { return zero ? 0 : pong(n + 1) + 1; }
__attribute__((noinline)) static int pong(int n) { return zero ? 0 : ping(n * 3) + 1; }
int answer(const int8_t *data, int count) { return ping(count); }
