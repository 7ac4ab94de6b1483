// verdict: memory-limit-exceeded
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile char big[4096];
  for (int i = 0; i < 4096; i++) big[i] = 1;
  return big[count];
}
