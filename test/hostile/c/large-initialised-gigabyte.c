// verdict: compile-error
#include "answer.h"
static char giant[1 << 30] = {1};
int unused(int i) { return giant[i]++; }
int (*volatile kept)(int) = unused;
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
