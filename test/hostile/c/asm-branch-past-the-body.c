// verdict: compile-error
// A branch by the block that the meter would add.
#include "answer.h"
__attribute__((export_name("other"), used)) void other(void) { __asm__ volatile("br 1"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
