// verdict: memory-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static double down(double a, double b, double c, double d, double e, double g, double h, double i, long long j, long long k) {
  return down(b, c, d, e, g, h, i, a, k, j + 1) + a * b + c * d + e * g + h * i + j * k;
}
int answer(const int8_t *data, int count) { return (int)down(1, 2, 3, 4, 5, 6, 7, 8, count, 9); }
