// verdict: instruction-limit-exceeded
#include "answer.h"
__attribute__((noinline)) static void spin(volatile int *flag) { while (!*flag) ; }
int answer(const int8_t *data, int count) {
  volatile int flag = 0;
  spin(&flag);
  return 0;
}
