// verdict: instruction-limit-exceeded
#include "answer.h"
int answer(const int8_t *data, int count) { for (;;) ; }
