// verdict: compile-error
#include "answer.h"
void __bringup_heap_start(unsigned);
static void *steal = (void *)__bringup_heap_start;
void __bringup_heap_start(unsigned size) { (void)size; }
int answer(const int8_t *data, int count) { return steal != 0; }
