// verdict: compile-error
#include "answer.h"
static const long long table[1 << 24] = {[0 ... (1 << 24) - 1] = 7};
int answer(const int8_t *data, int count) { return (int)table[count]; }
