// verdict: compile-error
#include "answer.h"
typedef int v4 __attribute__((vector_size(16)));
__attribute__((target("simd128"))) int answer(const int8_t *data, int count) {
  v4 a = {1, 2, 3, 4}, b = {count, count, count, count};
  a += b * a;
  return a[0] + a[1] + a[2] + a[3];
}
