// verdict: compile-error
#include "answer.h"
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { __asm__ goto("br 1" : : : : l); l:; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
