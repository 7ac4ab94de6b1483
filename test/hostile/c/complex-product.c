// verdict: compile-error
#include "answer.h"
__attribute__((export_name("third"), used)) void third(_Complex double *a) { a[0] *= a[1]; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
