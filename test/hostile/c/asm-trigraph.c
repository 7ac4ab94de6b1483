// verdict: compile-error
#include "answer.h"
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { __as??/
m__ volatile("br 1"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
