// verdict: compile-error
#include "answer.h"
__attribute__((import_name("other"))) int other(int);
int unused(int a) { return other(a); }
int (*volatile kept)(int) = unused;
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
