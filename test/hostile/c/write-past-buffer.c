// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  ((volatile int8_t *)data)[count] = 1;
  return 0;
}
