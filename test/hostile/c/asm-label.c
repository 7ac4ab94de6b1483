// verdict: compile-error
#include "answer.h"
extern int other(int) __asm__("answer");
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
