// verdict: compile-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  int result;
  __asm__("mov eax, 1" : "=r"(result));
  return result;
}
