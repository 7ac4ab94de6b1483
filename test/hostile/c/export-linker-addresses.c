// verdict: accepted
#include "answer.h"
__attribute__((export_name("__heap_base"))) int first(void) { return 0; }
__attribute__((export_name("__data_end"))) int second(void) { return 0; }
__attribute__((export_name("__global_base"))) int third(void) { return 0; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
