// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  int *volatile nowhere = 0;
  *nowhere = 7;
  return *nowhere;
}
