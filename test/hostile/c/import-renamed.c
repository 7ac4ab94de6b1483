// verdict: compile-error
#include "answer.h"
__attribute__((import_name("other"))) int other(int);
__attribute__((export_name("third"), used)) int third(int a) { return other(a); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
