// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile int low = -2147483647 - 1, minus = -1;
  return low / minus;
}
