// verdict: runtime-error
#include "answer.h"
__attribute__((section(".rodata.hidden"))) static volatile int sum;
int answer(const int8_t *data, int count) {
  sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
