// verdict: compile-error
#include "answer.h"
// A branch to label 1 of a function that has label 0 alone: invalid, but the block that the meter adds makes it valid, and it skips the write of the units. Must be refused.
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { __asm__ volatile("br 1"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
