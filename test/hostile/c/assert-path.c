// verdict: compile-error
#include "answer.h"
// The verdict shows an absolute path of the machine that built the compiler (/workspace/YoWASP/...), twice with crash-externref.c.
#pragma clang __debug assert
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
