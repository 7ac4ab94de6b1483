// verdict: compile-error
#include "answer.h"
void third(void) { __builtin_memcpy_inline((void *)8, (void *)16, 1 << 20); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
