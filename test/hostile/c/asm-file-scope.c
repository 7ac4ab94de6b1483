// verdict: compile-error
#include "answer.h"
__asm__(".globl evil\n");
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
