// verdict: compile-error
#include "answer.h"
static volatile char giant[1u << 30];
int answer(const int8_t *data, int count) { giant[count] = 1; return giant[0]; }
