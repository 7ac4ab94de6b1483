// verdict: accepted
#include "answer.h"
typedef struct { char a[1000]; } A;
typedef struct { A a[1000]; } B;
typedef struct { B b[1000]; } C;
extern C *unused;
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
