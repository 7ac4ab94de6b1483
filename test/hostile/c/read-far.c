// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  return *(volatile int *)0x7ffffff0;
}
