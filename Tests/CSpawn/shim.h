#pragma once
#include <spawn.h>

/* glibc declares these for _GNU_SOURCE alone, which Swift's Glibc module is built without. */
int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
static const short authkeys_POSIX_SPAWN_SETSID = 0x80;
