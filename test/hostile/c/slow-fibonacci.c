// verdict: instruction-limit-exceeded
#include "answer.h"
static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
int answer(const int8_t *data, int count) { return fib(45 + count % 2); }
