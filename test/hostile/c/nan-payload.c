// verdict: wrong-answer
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile float zero = 0;
  union { float f; int i; } bits = {zero / zero};
  return bits.i;
}
