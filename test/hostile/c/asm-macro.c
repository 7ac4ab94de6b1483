// verdict: compile-error
#include "answer.h"
#define BARRIER __asm__ volatile("" ::: "memory")
void unused(void) { BARRIER; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
