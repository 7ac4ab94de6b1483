// verdict: compile-error
#include "answer.h"
void unused(void) { __asm__ volatile("" ::: "memory"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
