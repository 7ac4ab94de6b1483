// verdict: compile-error
#include "answer.h"
int another(void) { return 1; }
