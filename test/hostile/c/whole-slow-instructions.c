// verdict: instruction-limit-exceeded
#include "answer.h"
static volatile double seed = 4e-310;
#define S a = __builtin_sqrt(a) * 1e-160;
#define S8 S S S S S S S S
int answer(const int8_t *data, int count) {
  double a = seed;
  for (;;) { S8 S8 S8 S8 S8 S8 S8 S8 if (a == 5) return 1; }
}
