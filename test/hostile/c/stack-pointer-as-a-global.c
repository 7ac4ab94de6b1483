// verdict: memory-limit-exceeded
#include "answer.h"
// The linker's own global, named in plain C: raised above the top of the stack.
extern volatile __attribute__((address_space(1))) unsigned __stack_pointer;
int answer(const int8_t *data, int count) {
  unsigned kept = __stack_pointer;
  __stack_pointer = kept + 4096;
  __stack_pointer = kept;
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
