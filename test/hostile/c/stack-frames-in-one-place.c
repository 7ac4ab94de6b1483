// verdict: runtime-error
#include "answer.h"
// Gives its frame back before it calls itself, so that all calls share one.
extern volatile __attribute__((address_space(1))) unsigned __stack_pointer;
__attribute__((noinline)) static int deep(const int8_t *data, int count) {
  volatile char kept[200];
  kept[count & 127] = data[0];
  __stack_pointer += 208;
  int rest = count > 1 ? deep(data + 1, count - 1) : 0;
  int sum = rest + kept[count & 127];
  __stack_pointer -= 208;
  return sum;
}
int answer(const int8_t *data, int count) { return deep(data, count); }
