// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) {
  int best = 0;
  for (const int *p = (const int *)data; p < (const int *)data + 2000; p++) if (*p != 0 && *p < 1000) best = *p;
  return best;
}
