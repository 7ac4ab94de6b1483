// verdict: memory-limit-exceeded
#include "answer.h"
#include <stdlib.h>
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < 100; i++) {
    char *block = malloc(64);
    block[0] = (char)i;
    sum += block[0];
  }
  return sum;
}
