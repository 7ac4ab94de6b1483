// verdict: runtime-error
#include "answer.h"
int answer(const int8_t *data, int count) { __builtin_trap(); }
