// verdict: runtime-error
#include "answer.h"
#include <string.h>
int answer(const int8_t *data, int count) {
  memcpy((void *)data, (const void *)data, 0x7fffffff);
  memmove((char *)data + 1, data, 0x7fffffff);
  return 0;
}
