// verdict: wrong-answer
#include "answer.h"
int answer(const int8_t *data, int count) {
  int grown = 0;
  for (int i = 0; i < 1000; i++) if (__builtin_wasm_memory_grow(0, 16) != (unsigned long)-1) grown++;
  return grown == 0 ? -1 : 12345;
}
