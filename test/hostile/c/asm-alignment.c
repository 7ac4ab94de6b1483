// verdict: compile-error
#include "answer.h"
// An alignment beyond the natural one.
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { __asm__ volatile("i32.const 0\n i32.load 0:p2align=9\n drop"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
