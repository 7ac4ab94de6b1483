// verdict: compile-error
#include "answer.h"
static volatile __attribute__((address_space(1))) int hidden[16];
int answer(const int8_t *data, int count) {
  hidden[0] = 0;
  for (int i = 0; i < count; i++) hidden[i & 15] = data[i];
  return hidden[0];
}
