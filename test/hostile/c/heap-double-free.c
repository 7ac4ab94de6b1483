// verdict: runtime-error
#include "answer.h"
#include <stdlib.h>
int answer(const int8_t *data, int count) {
  char *volatile a = malloc(16);
  char *volatile b = malloc(16);
  free(a);
  free(b);
  free(a);
  return 0;
}
