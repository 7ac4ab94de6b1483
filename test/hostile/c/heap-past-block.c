// verdict: runtime-error
#include "answer.h"
#include <stdlib.h>
int answer(const int8_t *data, int count) {
  volatile char *block = malloc(16);
  for (int i = 0; i < 40; i++) block[i] = 1;
  return block[0];
}
