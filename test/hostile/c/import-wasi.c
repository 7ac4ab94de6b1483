// verdict: compile-error
#include "answer.h"
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int fd_write(int, void *, int, void *);
int answer(const int8_t *data, int count) { return fd_write(1, (void *)data, 1, (void *)data); }
