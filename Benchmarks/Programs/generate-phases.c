/*
 * generate-phases ROUNDS LABEL COMMAND [ARGUMENT...]
 *
 * Runs 'authkeys generate' and says of each run how long it took before its search for a key began, how long the search
 * lasted, and how long it took after: 'LABEL before_ns N', 'LABEL generation_ns N', 'LABEL after_ns N'. {} at the end of
 * an argument becomes the number of the round.
 *
 * The program is not changed and not slowed down: the kernel stops it, by ptrace, only where a thread begins and where
 * one ends. The search begins when the first searching thread is made, and is over when the last has ended and the
 * main thread, which searches too, sleeps: it is waiting for that thread. Where the main thread was still searching
 * the end is not known; the run counts as 'LABEL undecided 1' and is left out. Which thread is last is chance and has
 * nothing to do with the steps before and after.
 *
 * Ends with 3, and the reason on standard error, where it cannot look.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UP_ROUNDS = 2, MOST_WORDS = 64, LONGEST_WORD = 512 };

struct phases {
    int64_t start, search_began, search_ended, end;
    int threads_begun, threads_left;
    int main_was_waiting;
};

static void fail(const char *what)
{
    fprintf(stderr, "generate-phases: error: %s\n", what);
    exit(1);
}

/* Nothing went wrong; this machine does not let it be looked at. */
static void leave_out(const char *reason)
{
    fprintf(stderr, "%s\n", reason);
    exit(3);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* The letter after the name of the program in /proc/PID/stat: R runs, S sleeps. */
static char state_of(pid_t process)
{
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/%d/task/%d/stat", process, process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return 0;
    text[count] = 0;
    char *name_end = strrchr(text, ')');
    return name_end != NULL && name_end[1] == ' ' ? name_end[2] : 0;
}

static _Noreturn void become(char **words)
{
    int null = open("/dev/null", O_RDWR);
    if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0) _exit(126);
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) _exit(125);
    raise(SIGSTOP);
    execv(words[0], words);
    _exit(127);
}

/* What a stop means for the phases; returns the signal that the thread is to get when it goes on. */
static int note(struct phases *phases, pid_t child, pid_t thread, int status)
{
    switch (status >> 16) {
    case PTRACE_EVENT_CLONE:
        if (phases->threads_begun++ == 0) phases->search_began = now();
        phases->threads_left++;
        return 0;
    case PTRACE_EVENT_EXIT:
        if (thread != child && --phases->threads_left == 0) {
            phases->search_ended = now();
            phases->main_was_waiting = state_of(child) == 'S';
        }
        return 0;
    case PTRACE_EVENT_EXEC:
        return 0;
    default:
        /* A thread that is traced from its birth begins with a SIGSTOP that nobody else sent. */
        return WSTOPSIG(status) == SIGSTOP ? 0 : WSTOPSIG(status);
    }
}

static struct phases run(char **words)
{
    struct phases phases = {.start = now()};
    int status;
    pid_t child = fork();
    if (child < 0) fail("fork failed");
    if (child == 0) become(words);
    if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) leave_out("this system does not allow ptrace");
    long options = PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXIT | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SETOPTIONS, child, NULL, options) != 0) leave_out("this system does not allow ptrace");
    if (ptrace(PTRACE_CONT, child, NULL, 0L) != 0) fail("ptrace failed");
    for (;;) {
        pid_t thread = waitpid(-1, &status, __WALL);
        if (thread < 0) fail("waitpid failed");
        if (WIFSTOPPED(status)) {
            long signal = note(&phases, child, thread, status);
            if (ptrace(PTRACE_CONT, thread, NULL, signal) != 0 && errno != ESRCH) fail("ptrace failed");
        } else if (thread == child) {
            phases.end = now();
            if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail("the command failed");
            return phases;
        }
    }
}

int main(int argc, char **argv)
{
    char *words[MOST_WORDS];
    char numbered[LONGEST_WORD];
    if (argc < 4 || argc - 3 >= MOST_WORDS) fail("usage: generate-phases ROUNDS LABEL COMMAND [ARGUMENT...]");
    int rounds = atoi(argv[1]);
    const char *label = argv[2];
    for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
        for (int index = 3; index <= argc; index++) {
            char *word = argv[index];
            size_t length = word == NULL ? 0 : strlen(word);
            if (length >= 2 && strcmp(word + length - 2, "{}") == 0) {
                int written = snprintf(numbered, sizeof numbered, "%.*s%d", (int)length - 2, word, round);
                if (written < 0 || (size_t)written >= sizeof numbered) fail("an argument is too long");
                word = numbered;
            }
            words[index - 3] = word;
        }
        struct phases phases = run(words);
        if (round < WARM_UP_ROUNDS) continue;
        if (phases.threads_begun == 0) leave_out("on one processor no thread is made that marks the search");
        if (phases.main_was_waiting) {
            printf("%s before_ns %lld\n", label, (long long)(phases.search_began - phases.start));
            printf("%s generation_ns %lld\n", label, (long long)(phases.search_ended - phases.search_began));
            printf("%s after_ns %lld\n", label, (long long)(phases.end - phases.search_ended));
        } else {
            printf("%s undecided 1\n", label);
        }
    }
    return 0;
}
