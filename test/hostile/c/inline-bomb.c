// verdict: compile-error
#include "answer.h"
#define I static inline __attribute__((always_inline)) int
I g0(int a) { return a * 3 + 1; }
I g1(int a) { return g0(a) + g0(a ^ 1); }
I g2(int a) { return g1(a) + g1(a ^ 2); }
I g3(int a) { return g2(a) + g2(a ^ 3); }
I g4(int a) { return g3(a) + g3(a ^ 4); }
I g5(int a) { return g4(a) + g4(a ^ 5); }
I g6(int a) { return g5(a) + g5(a ^ 6); }
I g7(int a) { return g6(a) + g6(a ^ 7); }
I g8(int a) { return g7(a) + g7(a ^ 8); }
I g9(int a) { return g8(a) + g8(a ^ 9); }
I g10(int a) { return g9(a) + g9(a ^ 10); }
I g11(int a) { return g10(a) + g10(a ^ 11); }
I g12(int a) { return g11(a) + g11(a ^ 12); }
I g13(int a) { return g12(a) + g12(a ^ 13); }
I g14(int a) { return g13(a) + g13(a ^ 14); }
I g15(int a) { return g14(a) + g14(a ^ 15); }
I g16(int a) { return g15(a) + g15(a ^ 16); }
I g17(int a) { return g16(a) + g16(a ^ 17); }
I g18(int a) { return g17(a) + g17(a ^ 18); }
I g19(int a) { return g18(a) + g18(a ^ 19); }
I g20(int a) { return g19(a) + g19(a ^ 20); }
I g21(int a) { return g20(a) + g20(a ^ 21); }
I g22(int a) { return g21(a) + g21(a ^ 22); }
I g23(int a) { return g22(a) + g22(a ^ 23); }
I g24(int a) { return g23(a) + g23(a ^ 24); }
I g25(int a) { return g24(a) + g24(a ^ 25); }
I g26(int a) { return g25(a) + g25(a ^ 26); }
I g27(int a) { return g26(a) + g26(a ^ 27); }
I g28(int a) { return g27(a) + g27(a ^ 28); }
I g29(int a) { return g28(a) + g28(a ^ 29); }
I g30(int a) { return g29(a) + g29(a ^ 30); }
int unused(int a) { return g30(a); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
