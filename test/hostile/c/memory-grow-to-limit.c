// verdict: wrong-answer
#include "answer.h"
int answer(const int8_t *data, int count) {
  return (int)__builtin_wasm_memory_grow(0, 65535);
}
