// verdict: memory-limit-exceeded
#include "answer.h"
static int down(int n);
static int (*volatile next)(int) = down;
static int down(int n) { return next(n + 1) + 1; }
int answer(const int8_t *data, int count) { return down(count); }
