// verdict: compile-error
#include "answer.h"
int third(int a) { int inner(int b) { return a + b; } return inner(1); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
