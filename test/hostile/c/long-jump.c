// verdict: compile-error
#include "answer.h"
int setjmp(void *);
void longjmp(void *, int);
int answer(const int8_t *data, int count) {
  static char room[200];
  if (setjmp(room)) return 1;
  longjmp(room, 1);
}
