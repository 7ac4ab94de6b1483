// verdict: compile-error
#include "answer.h"
#define JOIN(a, b) a##b
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { JOIN(__as, m__)("br 1"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
