#pragma once
#include <stdbool.h>
#include <stddef.h>

/* What the C programs of the benchmark share: the work of Programs/race.c, and answering its orders. */

enum { KEYS = 4, MOST_THREADS = 2 };

struct text {
    const char *start; /* ends with a zero that length does not count */
    size_t length;
};

struct work {
    struct text *tokens;
    struct text *payloads; /* the payload of each token; its key is that of the token's number modulo KEYS */
    size_t count;
    struct text kids[KEYS];
    struct text issuer;
    struct text audience;
    struct text jwks[KEYS];
    struct text public_pems[KEYS];
    struct text private_pems[KEYS];
};

struct operation {
    const char *name;
    /* How many of `count` succeed, beginning with number `first`; numbers beyond the last begin anew. */
    size_t (*run)(const struct work *work, size_t first, size_t count, int thread);
};

struct program {
    const char *version;
    bool (*accepts)(const struct work *work, struct text token, int thread);
    /* NULL, or a token that the caller frees. */
    char *(*sign)(const struct work *work, size_t index, int thread);
    const struct operation *operations; /* the last has no name */
};

struct work read_work(const char *folder);

size_t verify_tokens(const struct work *work, size_t first, size_t count, int thread);
size_t sign_payloads(const struct work *work, size_t first, size_t count, int thread);

/* One operation, on so many threads. */
int run_once(const struct program *program, const struct work *work, const char *name, int threads, size_t count);

/* Until standard input ends. `verify_tokens` and `sign_payloads` are of this program. */
int serve(const struct program *program, const struct work *work);

void fail(const char *which, const char *what);
