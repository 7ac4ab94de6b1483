// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile char frame[16];
  volatile char *p = frame;
  for (int i = 0; i < 80000000; i++) p[i] = 1;
  return 0;
}
