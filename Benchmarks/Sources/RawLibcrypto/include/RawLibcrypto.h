#pragma once
#include <stddef.h>
#include <stdint.h>

/*
 * RS256 as libcrypto does it best: a context for each key, set up once for PKCS#1 v1.5 and SHA-256, one digest context,
 * the digest fetched once. It is the limit that a JWT library on libcrypto is measured against. One thread.
 */
typedef struct raw_key raw_key;

/* A signing input and its signature, as bytes: nothing is left to be split or decoded. */
typedef struct {
    size_t key;
    const uint8_t *input;
    size_t input_length;
    const uint8_t *signature;
    size_t signature_length;
} raw_token;

/* NULL when the bytes are no private key in DER. */
raw_key *raw_key_new(const uint8_t *der, size_t length);

/* How many signatures are good. */
size_t raw_verify(raw_key *const *keys, const raw_token *tokens, size_t count);

/* How many were signed; what is signed is written over. */
size_t raw_sign(raw_key *const *keys, const raw_token *tokens, size_t count);

/* Keeps libcrypto from reading openssl.cnf, as the static authkeys does. Comes before anything else. */
void raw_initialize(void);
