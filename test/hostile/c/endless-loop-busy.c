// verdict: instruction-limit-exceeded
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile int i = 0;
  for (;;) i++;
}
