// verdict: compile-error
#include "answer.h"
// The name of an undefined symbol holds HTML, a terminal escape and a path: no raw ESC (0x1B) may come out in text mode or in the verdict.
extern int zz_f(void) __asm__("<img src=x onerror=alert(1)>\033[31m\033]0;owned\007/etc/passwd");
__attribute__((export_name("zz_evil"), used)) int zz_evil(void) { return zz_f(); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
