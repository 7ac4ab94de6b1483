// verdict: compile-error
#include "answer.h"
static char giant[12 << 20] = {1};
__attribute__((export_name("third"), used)) int third(int i) { return giant[i]++; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
