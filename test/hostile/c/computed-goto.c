// verdict: accepted
#include "answer.h"
int unused(int x) {
  static void *const places[] = {&&a, &&b};
  goto *places[x & 1];
a:
  return 1;
b:
  return 2;
}
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
