// verdict: compile-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  __asm__ volatile("i32.const 0\n i32.const 0\n i64.const -1\n memory.atomic.wait32 0\n drop");
  return 0;
}
