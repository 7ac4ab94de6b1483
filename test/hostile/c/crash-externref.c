// verdict: compile-error
#include "answer.h"
// The compiler ends in UNREACHABLE with its build path.
__attribute__((target("reference-types"), noinline)) static void zz_t(void) { __builtin_wasm_ref_null_extern(); }
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { zz_t(); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
