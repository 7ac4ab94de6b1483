// verdict: wrong-answer
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile int frame[8];
  return frame[0] ^ frame[7] ^ 0x11;
}
