// verdict: runtime-error
#include "answer.h"
__attribute__((noinline)) static double half(double x) { return x / 2; }
static double (*volatile real)(double) = half;
int answer(const int8_t *data, int count) {
  int (*wrong)(int, int) = (int (*)(int, int))(unsigned long)real;
  return wrong(count, 2);
}
