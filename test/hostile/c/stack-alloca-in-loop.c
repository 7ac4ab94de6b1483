// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static void use(volatile char *p) { p[0] = 1; }
int answer(const int8_t *data, int count) {
  for (int i = 0; i < 100000; i++) use(__builtin_alloca(32));
  return 0;
}
