// verdict: compile-error
// Gives a function the name of one of the harness.
#include "answer.h"
static __attribute__((used)) void *mine(void *to, const void *from, unsigned count) __asm__("memcpy");
static void *mine(void *to, const void *from, unsigned count) { return from == to && count ? to : 0; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
