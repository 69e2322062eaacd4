#pragma once
#include <stddef.h>
#include <stdint.h>

/* libFuzzer has no header for C. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *bytes, size_t count));
