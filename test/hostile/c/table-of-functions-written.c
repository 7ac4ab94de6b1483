// verdict: runtime-error
#include "answer.h"
static int same(int value) { return value; }
static int (*const table[2])(int) = {same, same};
int answer(const int8_t *data, int count) {
  int (**volatile hidden)(int) = (int (**)(int))table;
  hidden[0] = 0;
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
