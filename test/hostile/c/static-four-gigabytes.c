// verdict: compile-error
#include "answer.h"
char giant[4294967295u];
char giant2[4294967295u];
int answer(const int8_t *data, int count) { return giant[count] + giant2[count]; }
