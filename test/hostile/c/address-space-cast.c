// verdict: compile-error
#include "answer.h"
static int __attribute__((address_space(1))) third;
int *fourth(void) { return (int *)&third; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
