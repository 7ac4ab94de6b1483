// verdict: compile-error
#include "answer.h"
#pragma clang attribute push(__attribute__((target("multivalue"))), apply_to = function)
int unused(int a) { return a; }
#pragma clang attribute pop
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
