// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  for (volatile unsigned char *p = (volatile unsigned char *)data; ; p += 4096) *p = 1;
}
