// verdict: compile-error
#include "answer.h"
#define A x x x x x x x x x x
#define B A A A A A A A A A A
#define C B B B B B B B B B B
#define D C C C C C C C C C C
#define E D D D D D D D D D D
#define F E E E E E E E E E E
#define G F F F F F F F F F F
#define J G G G G G G G G G G
#define K J J J J J J J J J J
int answer(const int8_t *data, int count) { return K; }
