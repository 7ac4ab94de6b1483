// verdict: compile-error
// Assembly whose keyword is pasted together.
#include "answer.h"
#define PASTE(a, b) a##b
#define BEGIN PASTE(__as, m__)
__attribute__((export_name("other"), used)) void other(void) { BEGIN volatile("i64.const 9\n global.set 1"); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
