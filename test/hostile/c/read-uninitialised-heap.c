// verdict: wrong-answer
#include "answer.h"
#include <stdlib.h>
int answer(const int8_t *data, int count) {
  volatile int *block = malloc(64);
  return block[3] + block[7];
}
