// verdict: compile-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  __asm__ volatile("unreachable");
  return 0;
}
