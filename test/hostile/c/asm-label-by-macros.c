// verdict: compile-error
// A label whose keyword is pasted together in two steps.
#include "answer.h"
#define PASTE(a, b) a##b
#define LABEL(a, b) PASTE(a, b)("free")
void other(void) LABEL(__as, m__);
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
