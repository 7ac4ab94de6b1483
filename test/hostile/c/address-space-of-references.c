// verdict: compile-error
#include "answer.h"
static int __attribute__((address_space(10))) third;
__attribute__((export_name("third"), used)) int fourth(void) { return third++; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
