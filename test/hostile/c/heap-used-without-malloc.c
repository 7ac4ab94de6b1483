// verdict: runtime-error
#include "answer.h"
extern unsigned char __heap_base;
int answer(const int8_t *data, int count) {
  volatile unsigned char *arena = (volatile unsigned char *)(((unsigned long)&__heap_base + 15) & ~15ul);
  for (int i = 0; i < 64; i++) arena[i] = (unsigned char)i;
  return arena[3];
}
