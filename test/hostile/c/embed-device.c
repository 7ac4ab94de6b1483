// verdict: compile-error
#include "answer.h"
static const char noise[] = {
#embed "/dev/zero" limit(100)
};
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
