// verdict: compile-error
#include "answer.h"
int __stack_pointer;
int __heap_base = 3;
int __data_end = 9;
int __bringup_heap_peak(void) { return 0; }
int answer(const int8_t *data, int count) { return __stack_pointer + __heap_base + __data_end; }
