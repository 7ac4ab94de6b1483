// verdict: accepted
#include "answer.h"
__attribute__((section(".custom_section.target_features"), used)) static const char text[] = "abcdefgh";
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
