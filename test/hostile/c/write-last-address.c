// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  *(volatile int *)0xfffffffcu = 1;
  return 0;
}
