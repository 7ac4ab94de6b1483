// verdict: runtime-error
#include "answer.h"
// Nearly a whole limit in each check, and a trap at the end of it.
static volatile int zero, turns;
int answer(const int8_t *data, int count) {
  for (turns = 0; turns < 40000; turns++)
    if (turns == 39999) return count / zero;
  return 0;
}
