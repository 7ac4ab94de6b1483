// verdict: compile-error
#include "answer.h"
int unused(int a) { register int x __asm__("eax") = a; return x; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
