#pragma once
#include <signal.h>
#include <spawn.h>
#include <stddef.h>

/* glibc declares these for _GNU_SOURCE alone, which Swift's Glibc module is built without. */
int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
unsigned long getauxval(unsigned long type);
int authkeys_sync_file_range(int descriptor, long long offset, long long count, unsigned int flags)
    __asm__("sync_file_range");
int authkeys_sched_getaffinity(int process, size_t byte_count, void *mask) __asm__("sched_getaffinity");
int pipe2(int ends[2], int flags);
/* Since glibc 2.34. */
int authkeys_posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first)
    __asm__("posix_spawn_file_actions_addclosefrom_np");

/* Of <sys/signalfd.h>, which Swift's Glibc module leaves out. */
int signalfd(int descriptor, const sigset_t *mask, int flags);
static const int authkeys_SFD_CLOEXEC = 02000000;

/* Swift has no comparison of function pointers. */
static inline int authkeys_is_ignored(int signal)
{
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static const unsigned int authkeys_RENAME_NOREPLACE = 1;
static const unsigned int authkeys_RENAME_EXCHANGE = 2;
static const unsigned int authkeys_SYNC_FILE_RANGE_WRITE = 2;
static const unsigned long authkeys_AT_BASE = 7;
