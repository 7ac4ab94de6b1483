// verdict: compile-error
#include "answer.h"
#define D(x) x x
#define E(x) D(D(D(D(x))))
#define F(x) E(E(E(E(x))))
int unused(int a) { F(F(a++;)) return a; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
