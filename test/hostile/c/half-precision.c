// verdict: compile-error
#include "answer.h"
_Float16 third(_Float16 a) { return a * a; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
