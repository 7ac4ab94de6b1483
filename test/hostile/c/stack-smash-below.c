// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile char frame[16];
  volatile char *p = frame;
  for (int i = 1; i <= 64; i++) p[-i] = 1;
  return 0;
}
