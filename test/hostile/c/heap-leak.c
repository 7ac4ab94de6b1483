// verdict: memory-limit-exceeded
#include "answer.h"
#include <stdlib.h>
int answer(const int8_t *data, int count) {
  int *sum = malloc(200);
  *sum = 0;
  int *other = malloc(200);
  if (!other) return -1;
  return *sum;
}
