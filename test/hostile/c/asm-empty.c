// verdict: compile-error
// An empty statement of assembly, as a barrier for the compiler.
#include "answer.h"
void other(void) { __asm volatile("" ::: "memory"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
