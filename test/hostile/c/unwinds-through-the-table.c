// verdict: instruction-limit-exceeded
#include "answer.h"
static volatile int gate = 1, value;
#define FOUR(x) x x x x
static int dear(int n) { FOUR(FOUR(FOUR(FOUR(value++; value--;)))) return n; }
static int deep(int n);
static int (*volatile call_dear)(int) = dear;
static int (*volatile call_deep)(int) = deep;
static int deep(int n) {
  if (n > 0) call_deep(n - 1);
  if (gate) { FOUR(FOUR(FOUR(call_dear(n);))) }
  return value++;
}
int answer(const int8_t *data, int count) {
  deep(300);
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
