// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  char *volatile hidden = "0123456789abcdef";
  char *scratch = hidden;
  int sum = 0;
  for (int i = 0; i < count; i++) {
    scratch[i & 15] = data[i];
    sum += hidden[i & 15];
  }
  for (int i = 0; i < 16; i++) scratch[i] = "0123456789abcdef"[i];
  return sum;
}
