// verdict: instruction-limit-exceeded
#include "answer.h"
#include <string.h>
static char area[65536];
int answer(const int8_t *data, int count) {
  for (int i = 0;; i++) memset(area, i, sizeof area);
}
