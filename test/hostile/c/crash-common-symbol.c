// verdict: compile-error
#include "answer.h"
__attribute__((common)) int shared[10];
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
