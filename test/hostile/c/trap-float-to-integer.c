// verdict: runtime-error
#include "answer.h"
static volatile float large = 1e30f;
int answer(const int8_t *data, int count) { return __builtin_wasm_trunc_s_i32_f32(large); }
