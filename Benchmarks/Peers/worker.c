#define _GNU_SOURCE
#include "worker.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 16384 };

static const struct program *served;

void fail(const char *which, const char *what)
{
    fprintf(stderr, "error: %s: %s\n", which, what);
    exit(1);
}

static struct text read_file(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL) fail(path, "cannot be opened");
    if (fseek(file, 0, SEEK_END) != 0) fail(path, "cannot be read");
    long length = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)length + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) fail(path, "cannot be read");
    bytes[length] = '\0';
    fclose(file);
    return (struct text){bytes, (size_t)length};
}

/* The lines keep their place, with a zero instead of the end of the line. */
static struct text *read_lines(const char *folder, const char *name, size_t *count)
{
    struct text file = read_file(folder, name);
    *count = 0;
    for (size_t index = 0; index < file.length; index++) *count += file.start[index] == '\n';
    struct text *lines = calloc(*count + 1, sizeof *lines);
    if (lines == NULL) fail(name, "out of memory");
    char *cursor = (char *)file.start;
    for (size_t index = 0; index < *count; index++) {
        char *end = strchr(cursor, '\n');
        *end = '\0';
        lines[index] = (struct text){cursor, (size_t)(end - cursor)};
        cursor = end + 1;
    }
    return lines;
}

static struct text numbered_file(const char *folder, const char *format, int number)
{
    char name[64];
    snprintf(name, sizeof name, format, number);
    return read_file(folder, name);
}

struct work read_work(const char *folder)
{
    struct work work;
    size_t payloads, kids, expected;
    work.tokens = read_lines(folder, "tokens", &work.count);
    work.payloads = read_lines(folder, "payloads", &payloads);
    const struct text *kid_lines = read_lines(folder, "kids", &kids);
    const struct text *expected_lines = read_lines(folder, "expected", &expected);
    if (work.count == 0 || payloads != work.count || kids != KEYS || expected != 2) fail(folder, "other files expected");
    work.issuer = expected_lines[0];
    work.audience = expected_lines[1];
    for (int key = 0; key < KEYS; key++) {
        work.kids[key] = kid_lines[key];
        work.jwks[key] = numbered_file(folder, "jwk-%d.json", key);
        work.public_pems[key] = numbered_file(folder, "public-%d.pem", key);
        work.private_pems[key] = numbered_file(folder, "private-%d.pem", key);
    }
    return work;
}

size_t verify_tokens(const struct work *work, size_t first, size_t count, int thread)
{
    size_t accepted = 0;
    for (size_t index = first; index < first + count; index++) {
        accepted += served->accepts(work, work->tokens[index % work->count], thread);
    }
    return accepted;
}

size_t sign_payloads(const struct work *work, size_t first, size_t count, int thread)
{
    size_t made = 0;
    for (size_t index = first; index < first + count; index++) {
        char *token = served->sign(work, index % work->count, thread);
        made += token != NULL;
        free(token);
    }
    return made;
}

struct share {
    const struct operation *operation;
    const struct work *work;
    size_t first;
    size_t count;
    int thread;
    size_t succeeded;
};

static void *run_share(void *pointer)
{
    struct share *share = pointer;
    share->succeeded = share->operation->run(share->work, share->first, share->count, share->thread);
    return NULL;
}

static size_t run_operation(const struct operation *operation, const struct work *work, int threads, size_t count)
{
    if (threads == 1) return operation->run(work, 0, count, 0);
    pthread_t running[MOST_THREADS];
    struct share shares[MOST_THREADS];
    size_t succeeded = 0;
    for (int thread = 0; thread < threads; thread++) {
        size_t first = count * (size_t)thread / (size_t)threads;
        size_t next = count * (size_t)(thread + 1) / (size_t)threads;
        shares[thread] = (struct share){operation, work, first, next - first, thread, 0};
        if (pthread_create(&running[thread], NULL, run_share, &shares[thread]) != 0) fail("thread", "cannot be made");
    }
    for (int thread = 0; thread < threads; thread++) {
        pthread_join(running[thread], NULL);
        succeeded += shares[thread].succeeded;
    }
    return succeeded;
}

static const struct operation *operation_named(const char *name)
{
    const struct operation *operation = served->operations;
    while (operation->name != NULL && strcmp(operation->name, name) != 0) operation++;
    return operation->name == NULL ? NULL : operation;
}

int run_once(const struct program *program, const struct work *work, const char *name, int threads, size_t count)
{
    served = program;
    const struct operation *operation = operation_named(name);
    if (operation == NULL || threads < 1 || threads > MOST_THREADS) fail(name, "no such operation");
    if (run_operation(operation, work, threads, count) != count) fail(name, "does not succeed with all");
    return 0;
}

static void answer(const struct program *program, const struct work *work, char *line)
{
    char name[64];
    int threads;
    size_t count;
    if (strncmp(line, "accepts ", 8) == 0) {
        printf("%d\n", program->accepts(work, (struct text){line + 8, strlen(line + 8)}, 0));
        return;
    }
    if (strncmp(line, "signed ", 7) == 0) {
        char *token = program->sign(work, (size_t)atol(line + 7), 0);
        printf("%s\n", token == NULL ? "" : token);
        free(token);
        return;
    }
    if (sscanf(line, "%63s %d %zu", name, &threads, &count) == 3 && threads >= 1 && threads <= MOST_THREADS) {
        const struct operation *operation = operation_named(name);
        if (operation != NULL) {
            printf("%zu\n", run_operation(operation, work, threads, count));
            return;
        }
    }
    printf("unknown\n");
}

int serve(const struct program *program, const struct work *work)
{
    static char line[LONGEST_LINE];
    served = program;
    printf("ready %s\n", program->version);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        answer(program, work, line);
        fflush(stdout);
    }
    return 0;
}
