/*
 * race ROUNDS SLICE_MS FOLDER -- LABEL CONTESTS COMMAND [ARGUMENT...] [-- LABEL CONTESTS COMMAND [ARGUMENT...]]...
 *
 * Starts every command once, with FOLDER as its last argument, and has them do the same work in turns: in each round,
 * in an order that is drawn anew, every contest is run for about SLICE_MS (one token where that takes longer), and right
 * before it, for half as long, the contest of the first command that it is measured against. What disturbs the machine for longer than that disturbs
 * both. CONTESTS is OPERATION:BASE[:THREADS],..., BASE being an operation of the first command.
 *
 * A command prints 'ready VERSION' and then answers lines on its standard input with one line each:
 *     accepts TOKEN             1 or 0; every command has to refuse every token of FOLDER/bad
 *     signed INDEX              a token of the payload of that number; the first command has to accept it
 *     OPERATION THREADS COUNT   how many of the COUNT succeeded, which has to be all
 * The clock is that of this program, so that all are timed alike.
 *
 * Prints for each slice 'OPERATION-THREADS/LABEL ns_per_token N', cpu_ns_per_token (the processor time of the whole
 * process, which waiting for a busy processor does not add to), and both of the base: base_ns_per_token and
 * base_cpu_ns_per_token. Contests on one thread are held on one processor, those on two on two.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 24, MOST_WORDS = 32, MOST_CONTESTS = 160, LONGEST_LINE = 16384, WARM_UP_SLICES = 3 };

struct worker {
    const char *label;
    pid_t pid;
    clockid_t clock;
    FILE *orders;
    FILE *answers;
    int threads; /* what its processors are set for */
};

struct contest {
    struct worker *worker;
    char operation[64];
    char base[64];
    int threads;
    long count;
    long base_count;
};

struct cost {
    double wall;
    double cpu;
};

static struct worker workers[MOST_COMMANDS];
static int worker_count;
static struct contest contests[MOST_CONTESTS];
static int contest_count;
static cpu_set_t one_processor, two_processors;

static void fail(const char *which, const char *what)
{
    fprintf(stderr, "race: error: %s: %s\n", which, what);
    exit(1);
}

static double seconds(clockid_t clock)
{
    struct timespec time;
    if (clock_gettime(clock, &time) != 0) return 0;
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void start(struct worker *worker, char **words)
{
    int orders[2], answers[2];
    if (pipe2(orders, O_CLOEXEC) != 0 || pipe2(answers, O_CLOEXEC) != 0) fail(worker->label, "no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, orders[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, answers[1], STDOUT_FILENO);
    int refusal = posix_spawnp(&worker->pid, words[0], &actions, NULL, words, environ);
    if (refusal != 0) fail(words[0], strerror(refusal));
    posix_spawn_file_actions_destroy(&actions);
    close(orders[0]);
    close(answers[1]);
    worker->orders = fdopen(orders[1], "w");
    worker->answers = fdopen(answers[0], "r");
    if (worker->orders == NULL || worker->answers == NULL) fail(worker->label, "no pipe");
    if (clock_getcpuclockid(worker->pid, &worker->clock) != 0) fail(worker->label, "no processor clock");
}

static char *answer(struct worker *worker)
{
    static char line[LONGEST_LINE];
    if (fgets(line, sizeof line, worker->answers) == NULL) fail(worker->label, "ended without an answer");
    line[strcspn(line, "\n")] = '\0';
    return line;
}

static int accepts(struct worker *worker, const char *token)
{
    fprintf(worker->orders, "accepts %s\n", token);
    fflush(worker->orders);
    return strcmp(answer(worker), "1") == 0;
}

/* Whoever does not do the work would be the fastest. */
static void require_the_work(const char *folder)
{
    char path[4096], line[LONGEST_LINE];
    snprintf(path, sizeof path, "%s/bad", folder);
    FILE *bad = fopen(path, "r");
    if (bad == NULL) fail(path, "cannot be opened");
    while (fgets(line, sizeof line, bad) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *token = strchr(line, ' ');
        if (token == NULL) fail(path, "a line without a token");
        *token++ = '\0';
        for (int index = 0; index < worker_count; index++) {
            if (accepts(&workers[index], token)) fail(workers[index].label, line);
        }
    }
    fclose(bad);
    for (int index = 0; index < worker_count; index++) {
        fprintf(workers[index].orders, "signed 1\n");
        fflush(workers[index].orders);
        char token[LONGEST_LINE];
        snprintf(token, sizeof token, "%s", answer(&workers[index]));
        if (!accepts(&workers[0], token)) fail(workers[index].label, "signs what the first command refuses");
        if (!accepts(&workers[index], token)) fail(workers[index].label, "refuses what it signs");
    }
}

/* All threads of the process; those that it makes later have what their maker has. */
static void hold(struct worker *worker, int threads)
{
    if (worker->threads == threads) return;
    worker->threads = threads;
    const cpu_set_t *set = threads == 1 ? &one_processor : &two_processors;
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task", (int)worker->pid);
    DIR *tasks = opendir(path);
    if (tasks == NULL) return;
    for (struct dirent *entry; (entry = readdir(tasks)) != NULL;) {
        if (entry->d_name[0] != '.') sched_setaffinity((pid_t)atoi(entry->d_name), sizeof *set, set);
    }
    closedir(tasks);
}

static struct cost run(struct worker *worker, const char *operation, int threads, long count)
{
    hold(worker, threads);
    double cpu = seconds(worker->clock), wall = seconds(CLOCK_MONOTONIC);
    fprintf(worker->orders, "%s %d %ld\n", operation, threads, count);
    fflush(worker->orders);
    const char *line = answer(worker);
    struct cost cost = {seconds(CLOCK_MONOTONIC) - wall, seconds(worker->clock) - cpu};
    if (strtol(line, NULL, 10) != count) {
        fprintf(stderr, "race: error: %s: %s: of %ld succeeded: %s\n", worker->label, operation, count, line);
        exit(1);
    }
    return cost;
}

/* How many take about that long. */
static long measured_count(struct worker *worker, const char *operation, int threads, double slice)
{
    long count = 2;
    while (run(worker, operation, threads, count).wall < slice / 4) count *= 2;
    double wall = 0;
    for (int slices = 0; slices < WARM_UP_SLICES; slices++) {
        wall = run(worker, operation, threads, count).wall;
        long next = (long)((double)count * slice / wall);
        count = next < 2 ? 2 : next;
    }
    return count + count % 2;
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

static void add_contests(struct worker *worker, char *list, int most_threads)
{
    for (char *rest = list, *word; (word = strsep(&rest, ",")) != NULL;) {
        struct contest contest = {.worker = worker, .threads = 1};
        int threads = 1;
        if (sscanf(word, "%63[^:]:%63[^:]:%d", contest.operation, contest.base, &threads) < 2) fail(word, "no contest");
        for (; contest.threads <= threads && contest.threads <= most_threads; contest.threads++) {
            if (contest_count == MOST_CONTESTS) fail(word, "too many contests");
            contests[contest_count++] = contest;
        }
    }
}

static int read_processors(void)
{
    cpu_set_t mine;
    if (sched_getaffinity(0, sizeof mine, &mine) != 0) fail("sched_getaffinity", "failed");
    CPU_ZERO(&one_processor);
    CPU_ZERO(&two_processors);
    int found = 0;
    for (int cpu = CPU_SETSIZE - 1; cpu >= 0 && found < 2; cpu--) {
        if (!CPU_ISSET(cpu, &mine)) continue;
        if (found++ == 0) CPU_SET(cpu, &one_processor);
        CPU_SET(cpu, &two_processors);
    }
    return found;
}

static void read_commands(char **words, char *folder, int most_threads)
{
    while (*words != NULL) {
        if (worker_count == MOST_COMMANDS) fail(*words, "too many commands");
        struct worker *worker = &workers[worker_count++];
        char *command[MOST_WORDS + 2];
        int length = 0;
        worker->label = words[0];
        if (words[1] == NULL || words[2] == NULL) fail(words[0], "a label without contests and a command");
        add_contests(worker, words[1], most_threads);
        for (words += 2; *words != NULL && strcmp(*words, "--") != 0; words++) {
            if (length == MOST_WORDS) fail(worker->label, "too many words");
            command[length++] = *words;
        }
        if (*words != NULL) words++;
        command[length++] = folder;
        command[length] = NULL;
        start(worker, command);
    }
}

/* The same on one more thread: it is run right after, so that the two can be compared. */
static const struct contest *next(const struct contest *contest)
{
    contest++;
    return contest < contests + contest_count && contest->threads > 1 ? contest : NULL;
}

static void measure(const struct contest *contest)
{
    double count = (double)contest->count / 1e9, base_count = (double)contest->base_count / 1e9;
    struct cost base = run(&workers[0], contest->base, contest->threads, contest->base_count);
    struct cost own = run(contest->worker, contest->operation, contest->threads, contest->count);
    const char *quantities[] = {"ns", "cpu_ns", "base_ns", "base_cpu_ns"};
    double values[] = {own.wall / count, own.cpu / count, base.wall / base_count, base.cpu / base_count};
    for (int index = 0; index < 4; index++) {
        printf("%s-%d/%s %s_per_token %.1f\n", contest->operation, contest->threads, contest->worker->label,
               quantities[index], values[index]);
    }
}

int main(int argc, char **argv)
{
    if (argc < 8 || strcmp(argv[4], "--") != 0) fail("usage", "race ROUNDS SLICE_MS FOLDER -- LABEL CONTESTS COMMAND...");
    int rounds = atoi(argv[1]);
    double slice = atof(argv[2]) / 1e3;
    if (rounds < 1 || slice <= 0) fail("usage", "numbers of rounds and of milliseconds");
    read_commands(argv + 5, argv[3], read_processors());
    for (int index = 0; index < worker_count; index++) {
        char *line = answer(&workers[index]);
        if (strncmp(line, "ready ", 6) != 0) fail(workers[index].label, "is not ready");
        printf("version %s %s\n", workers[index].label, line + 6);
    }
    require_the_work(argv[3]);

    int order[MOST_CONTESTS], operation_count = 0;
    for (int index = 0; index < contest_count; index++) {
        struct contest *contest = &contests[index];
        if (contest->threads == 1) order[operation_count++] = index;
        contest->count = measured_count(contest->worker, contest->operation, contest->threads, slice);
        contest->base_count = measured_count(&workers[0], contest->base, contest->threads, slice / 2);
    }
    for (int round = 0; round < rounds; round++) {
        shuffle(order, operation_count);
        for (int place = 0; place < operation_count; place++) {
            for (const struct contest *contest = &contests[order[place]]; contest != NULL; contest = next(contest)) {
                measure(contest);
            }
        }
    }
    for (int index = 0; index < worker_count; index++) {
        fclose(workers[index].orders);
        waitpid(workers[index].pid, NULL, 0);
    }
    return 0;
}
