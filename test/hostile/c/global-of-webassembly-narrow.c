// verdict: runtime-error
#include "answer.h"
// Clang makes accesses to memory of it, near address 0.
static volatile __attribute__((address_space(1))) short hidden;
int answer(const int8_t *data, int count) {
  hidden = 0;
  for (int i = 0; i < count; i++) hidden += data[i];
  return hidden;
}
