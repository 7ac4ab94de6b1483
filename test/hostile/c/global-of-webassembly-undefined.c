// verdict: compile-error
#include "answer.h"
extern volatile __attribute__((address_space(1))) int elsewhere;
int answer(const int8_t *data, int count) { return elsewhere++; }
