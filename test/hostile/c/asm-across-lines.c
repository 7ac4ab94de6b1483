// verdict: compile-error
// The keyword of assembly is split by the end of a line.
#include "answer.h"
void other(void) { __as\
m__ volatile("nop"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
