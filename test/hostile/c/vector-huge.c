// verdict: compile-error
#include "answer.h"
typedef int wide __attribute__((vector_size(1 << 20)));
wide third(wide a) { return a * a; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
