// verdict: compile-error
#include "answer.h"
int third(int) __attribute__((alias("fourth")));
int fourth(int) __attribute__((alias("third")));
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
