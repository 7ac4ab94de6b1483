// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile int8_t *scratch = (volatile int8_t *)0x300000;
  int sum = 0;
  for (int i = 0; i < count; i++) scratch[i] = data[i];
  for (int i = 0; i < count; i++) {
    sum += scratch[i];
    scratch[i] = 0;
  }
  return sum;
}
