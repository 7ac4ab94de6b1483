// verdict: instruction-limit-exceeded
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile uint64_t wait = 0;
  while (wait < 4000000000u) wait++;
  return 0;
}
