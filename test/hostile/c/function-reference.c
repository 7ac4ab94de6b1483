// verdict: compile-error
#include "answer.h"
typedef int (*__funcref reference)(int);
reference third(reference a) { return a; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
