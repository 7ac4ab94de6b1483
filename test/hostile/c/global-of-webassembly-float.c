// verdict: compile-error
#include "answer.h"
static volatile __attribute__((address_space(1))) float hidden;
int answer(const int8_t *data, int count) {
  hidden = 0;
  for (int i = 0; i < count; i++) hidden += data[i];
  return (int)hidden;
}
