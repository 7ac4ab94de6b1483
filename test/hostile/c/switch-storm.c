// verdict: instruction-limit-exceeded
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile unsigned state = 0;
  for (;;) switch (state & 7) {
    case 0: state += 3; continue;
    case 1: state ^= 5; continue;
    case 2: state += 9; continue;
    default: state++;
  }
}
