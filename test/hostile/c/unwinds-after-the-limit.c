// verdict: instruction-limit-exceeded
#include "answer.h"
// Little is used up on the way down; on the way back each of 300 calls would run a million instructions.
static volatile int gate = 1, value;
#define FOUR(x) x x x x
__attribute__((noinline)) static void dear(void) { FOUR(FOUR(FOUR(FOUR(value++; value--;)))) }
__attribute__((noinline)) static void deep(int n) {
  if (n > 0) deep(n - 1);
  if (gate) { FOUR(FOUR(FOUR(FOUR(dear();)))) }
  value++;
}
int answer(const int8_t *data, int count) {
  deep(300);
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
