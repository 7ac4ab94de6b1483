// verdict: runtime-error
#include "answer.h"
#include <stdlib.h>
int answer(const int8_t *data, int count) {
  volatile char *block = malloc(16);
  for (int i = -1; i > -9; i--) block[i] = 0;
  free((void *)block);
  return 0;
}
