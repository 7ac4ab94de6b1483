// verdict: compile-error
#include "answer.h"
static volatile int ready;
__attribute__((constructor)) static void early(void) { ready = 1; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
