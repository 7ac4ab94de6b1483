// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  volatile char *end = (volatile char *)(__builtin_wasm_memory_size(0) * 65536);
  end[0] = 1;
  return end[0];
}
