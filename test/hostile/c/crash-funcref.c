// verdict: compile-error
#include "answer.h"
__attribute__((target("reference-types"))) static void t(void) { __builtin_wasm_ref_null_func(); }
__attribute__((export_name("zz_evil"), used)) void zz_evil(void) { t(); }
int answer(const int8_t *data, int count) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += data[i];
  return sum;
}
