// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile int zero = 0;
  return count / zero;
}
