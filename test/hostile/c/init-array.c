// verdict: compile-error
#include "answer.h"
static volatile int ready;
static void early(void) { ready = 1; }
__attribute__((section(".init_array"), used)) static void (*entry)(void) = early;
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
