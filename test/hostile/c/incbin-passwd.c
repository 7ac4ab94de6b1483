// verdict: compile-error
#include "answer.h"
__asm__(".section .data.secret,\"\",@\nsecret:\n.incbin \"/etc/passwd\"\n.size secret, 10\n");
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
