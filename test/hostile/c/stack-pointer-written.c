// verdict: compile-error
#include "answer.h"
__attribute__((noinline)) static void use(volatile char *p) { p[0] = 1; }
int answer(const int8_t *data, int count) {
  __asm__ volatile(".globaltype __stack_pointer, i32\n i32.const 1000000\n global.set __stack_pointer" ::: "memory");
  volatile char frame[64];
  use(frame);
  return frame[0];
}
