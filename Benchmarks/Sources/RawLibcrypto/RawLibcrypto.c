#include "RawLibcrypto.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdlib.h>

enum { DIGEST_LENGTH = 32, LONGEST_SIGNATURE = 1024 };

struct raw_key {
    EVP_PKEY_CTX *verifying;
    EVP_PKEY_CTX *signing;
    EVP_MD_CTX *hashing;
    EVP_MD *sha256;
};

void raw_initialize(void)
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
}

static int prepare(EVP_PKEY_CTX *context, const EVP_MD *digest)
{
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
        && EVP_PKEY_CTX_set_signature_md(context, digest) == 1;
}

raw_key *raw_key_new(const uint8_t *der, size_t length)
{
    EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &der, (long)length);
    raw_key *made = calloc(1, sizeof *made);
    if (key == NULL || made == NULL) return NULL;
    made->sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    made->hashing = EVP_MD_CTX_new();
    made->verifying = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
    made->signing = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
    if (made->sha256 == NULL || made->hashing == NULL || made->verifying == NULL || made->signing == NULL) return NULL;
    if (EVP_PKEY_verify_init(made->verifying) != 1 || !prepare(made->verifying, made->sha256)) return NULL;
    if (EVP_PKEY_sign_init(made->signing) != 1 || !prepare(made->signing, made->sha256)) return NULL;
    EVP_PKEY_free(key);
    return made;
}

static int hash(raw_key *key, const raw_token *token, uint8_t digest[DIGEST_LENGTH])
{
    return EVP_DigestInit_ex2(key->hashing, key->sha256, NULL) == 1
        && EVP_DigestUpdate(key->hashing, token->input, token->input_length) == 1
        && EVP_DigestFinal_ex(key->hashing, digest, NULL) == 1;
}

size_t raw_verify(raw_key *const *keys, const raw_token *tokens, size_t count)
{
    size_t good = 0;
    for (const raw_token *token = tokens; token < tokens + count; token++) {
        uint8_t digest[DIGEST_LENGTH];
        raw_key *key = keys[token->key];
        if (!hash(key, token, digest)) continue;
        good += EVP_PKEY_verify(key->verifying, token->signature, token->signature_length, digest, sizeof digest) == 1;
    }
    return good;
}

size_t raw_sign(raw_key *const *keys, const raw_token *tokens, size_t count)
{
    size_t made = 0;
    for (const raw_token *token = tokens; token < tokens + count; token++) {
        uint8_t digest[DIGEST_LENGTH], signature[LONGEST_SIGNATURE];
        size_t length = sizeof signature;
        raw_key *key = keys[token->key];
        if (!hash(key, token, digest)) continue;
        made += EVP_PKEY_sign(key->signing, signature, &length, digest, sizeof digest) == 1;
    }
    return made;
}
