// verdict: accepted
#include "answer.h"
static _Atomic int counter;
int answer(const int8_t *data, int count) {
  int sum = 0;
  counter++;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
