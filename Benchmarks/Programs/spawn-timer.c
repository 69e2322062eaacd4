/*
 * spawn-timer ROUNDS LABEL [<FILE] COMMAND [ARGUMENT...] [-- LABEL [<FILE] COMMAND [ARGUMENT...]]...
 *
 * Runs every command once in each round, in an order that is drawn anew, and prints what each run took, from just
 * before posix_spawn to just after wait4: 'LABEL wall_ns N', 'LABEL cpu_us N' and 'LABEL peak_kib N'. Two rounds go
 * before that are not printed; with ROUNDS+0 none. An argument that ends in {} gets the number of the round in its place.
 * Standard input of the commands is FILE or /dev/null, standard output is /dev/null. A run that fails ends everything: nothing that failed is timed.
 *
 * It is a small static program because a child's ru_maxrss begins with the peak of the process that spawned it.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UP_ROUNDS = 2, MOST_COMMANDS = 16, MOST_WORDS = 256 };

struct command {
    const char *label;
    const char *input;
    char **words;
};

struct cost {
    int64_t wall_ns;
    int64_t cpu_us;
    long peak_kib;
};

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "spawn-timer: error: %s: %s\n", which, what);
    exit(1);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int64_t microseconds(struct timeval time)
{
    return (int64_t)time.tv_sec * 1000000 + time.tv_usec;
}

static struct cost run(const struct command *command, char **words)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, command->input, O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child;
    int status;
    struct rusage usage;
    int64_t start = now();
    int refusal = posix_spawn(&child, words[0], &actions, NULL, words, environ);
    if (refusal != 0) fail(strerror(refusal), words[0]);
    if (wait4(child, &status, 0, &usage) != child) fail("wait4 failed", command->label);
    int64_t end = now();
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail("the command failed", command->label);
    return (struct cost){end - start, microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss};
}

/* The words of a command for one round. */
static void number(char **words, int round, char **numbered, char storage[MOST_WORDS])
{
    for (; *words != NULL; words++, numbered++) {
        size_t length = strlen(*words);
        *numbered = *words;
        if (length < 2 || strcmp(*words + length - 2, "{}") != 0) continue;
        int written = snprintf(storage, MOST_WORDS, "%.*s%d", (int)length - 2, *words, round);
        if (written < 0 || written >= MOST_WORDS) fail("too long", *words);
        *numbered = storage;
    }
    *numbered = NULL;
}

static uint64_t draw(void)
{
    static uint64_t state = 0x9e3779b97f4a7c15;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void shuffle(int *order, int count)
{
    for (int last = count - 1; last > 0; last--) {
        int other = (int)(draw() % (uint64_t)(last + 1));
        int kept = order[last];
        order[last] = order[other];
        order[other] = kept;
    }
}

/* Cuts the command line at each '--'. */
static int read_commands(char **words, struct command commands[MOST_COMMANDS])
{
    int count = 0;
    while (*words != NULL) {
        if (count == MOST_COMMANDS) fail("too many commands", *words);
        int has_input = words[1] != NULL && words[1][0] == '<';
        commands[count].label = words[0];
        commands[count].input = has_input ? words[1] + 1 : "/dev/null";
        commands[count].words = words + 1 + has_input;
        if (commands[count].words[0] == NULL) fail("a label without a command", words[0]);
        count++;
        int length = 0;
        while (*words != NULL && strcmp(*words, "--") != 0) {
            if (++length == MOST_WORDS) fail("too many words", commands[count - 1].label);
            words++;
        }
        if (*words != NULL) *words++ = NULL;
    }
    return count;
}

int main(int argc, char **argv)
{
    struct command commands[MOST_COMMANDS];
    int order[MOST_COMMANDS];
    if (argc < 4) fail("usage: spawn-timer ROUNDS LABEL COMMAND [ARGUMENT...] [-- ...]", "arguments");
    int rounds = atoi(argv[1]);
    if (rounds < 1) fail("not a number of rounds", argv[1]);
    int count = read_commands(argv + 2, commands);
    for (int index = 0; index < count; index++) order[index] = index;
    int warm_up_rounds = strstr(argv[1], "+0") == NULL ? WARM_UP_ROUNDS : 0;

    for (int round = 0; round < warm_up_rounds + rounds; round++) {
        shuffle(order, count);
        for (int place = 0; place < count; place++) {
            const struct command *command = &commands[order[place]];
            char *numbered[MOST_WORDS];
            char storage[MOST_WORDS];
            number(command->words, round, numbered, storage);
            struct cost cost = run(command, numbered);
            if (round < warm_up_rounds) continue;
            printf("%s wall_ns %lld\n%s cpu_us %lld\n%s peak_kib %ld\n", command->label, (long long)cost.wall_ns,
                   command->label, (long long)cost.cpu_us, command->label, cost.peak_kib);
        }
    }
    return 0;
}
