#pragma once
#include "../worker.h"

#include <stdint.h>

/* RS256 as libcrypto does it best: contexts that were set up once for each key and thread, the digest fetched once. */

enum { SIGNATURE_LENGTH = 256, LONGEST_PART = 4096 };

void crypto_initialize(const struct work *work);
bool crypto_verify(int key, int thread, struct text input, const uint8_t *signature, size_t length);
bool crypto_sign(int key, int thread, struct text input, uint8_t signature[SIGNATURE_LENGTH]);

size_t load_jwks(const struct work *work, size_t first, size_t count, int thread);
size_t load_public_pems(const struct work *work, size_t first, size_t count, int thread);
size_t load_private_pems(const struct work *work, size_t first, size_t count, int thread);

/* The number of bytes, or -1. At most `capacity` are written. */
long base64url_decode(struct text text, uint8_t *bytes, size_t capacity);
/* The number of characters. */
size_t base64url_encode(const uint8_t *bytes, size_t length, char *text);

/*
 * The next member of an object of strings and integers without escapes; false at its end and at anything else.
 * `cursor` begins at the brace.
 */
struct member {
    struct text name;
    struct text value; /* of a string without its quotes */
};
bool next_member(const char **cursor, struct member *member);
bool is(struct text text, const char *other);
