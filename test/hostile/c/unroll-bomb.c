// verdict: compile-error
#include "answer.h"
void unused(int *a) {
#pragma unroll 4096
  for (int i = 0; i < 65536; i++) {
    a[i] = a[i] * a[i + 1] + i;
    if (a[i] & 1) a[i] /= 3;
  }
}
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
