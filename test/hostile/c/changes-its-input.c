// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  for (int i = 0; i < 1000; i++) ((volatile int8_t *)data)[i] = 0;
  return 0;
}
