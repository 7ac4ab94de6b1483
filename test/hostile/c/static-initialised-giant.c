// verdict: compile-error
#include "answer.h"
char giant[1u << 26] = {1};
int answer(const int8_t *data, int count) { return giant[count]; }
