// verdict: compile-error
#include "answer.h"
typedef volatile __attribute__((address_space(1))) int global;
static global one, other;
int answer(const int8_t *data, int count) {
  global *chosen = count > 3 ? &one : &other;
  *chosen = 0;
  for (int i = 0; i < count; i++) *chosen += data[i];
  return *chosen;
}
