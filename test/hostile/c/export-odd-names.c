// verdict: accepted
#include "answer.h"
__attribute__((export_name("bringup.access"))) int first(void) { return 0; }
__attribute__((export_name("bringup.memory"))) int second(void) { return 0; }
__attribute__((export_name("__proto__"))) int third(void) { return 0; }
__attribute__((export_name(""))) int fourth(void) { return 0; }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
