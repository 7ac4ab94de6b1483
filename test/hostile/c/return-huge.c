// verdict: wrong-answer
#include "answer.h"
int answer(const int8_t *data, int count) { return 0x7fffffff; }
