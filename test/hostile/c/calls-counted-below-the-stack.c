// verdict: runtime-error
#include "answer.h"
// What an earlier call left below the stack is still there in the next.
int answer(const int8_t *data, int count) {
  volatile int *calls = (volatile int *)(unsigned long)(1024 - 64);
  ++*calls;
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
