#include "raw.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <string.h>

enum { DIGEST_LENGTH = 32 };

static EVP_MD *sha256;
static EVP_MD_CTX *hashing[MOST_THREADS];
static EVP_PKEY_CTX *verifying[KEYS][MOST_THREADS];
static EVP_PKEY_CTX *signing[KEYS][MOST_THREADS];
static EVP_PKEY_CTX *importing[MOST_THREADS];

static EVP_PKEY *read_public(struct text pem)
{
    BIO *input = BIO_new_mem_buf(pem.start, (int)pem.length);
    EVP_PKEY *key = PEM_read_bio_PUBKEY(input, NULL, NULL, NULL);
    BIO_free(input);
    return key;
}

static EVP_PKEY *read_private(struct text pem)
{
    BIO *input = BIO_new_mem_buf(pem.start, (int)pem.length);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(input, NULL, NULL, NULL);
    BIO_free(input);
    return key;
}

static EVP_PKEY_CTX *prepared(EVP_PKEY *key, int (*initialize)(EVP_PKEY_CTX *))
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
    if (context == NULL || initialize(context) != 1 || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) != 1
        || EVP_PKEY_CTX_set_signature_md(context, sha256) != 1) {
        fail("libcrypto", "does not prepare a key");
    }
    return context;
}

void crypto_initialize(const struct work *work)
{
    /* As the static authkeys does: openssl.cnf is not read. */
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
    sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    for (int thread = 0; thread < MOST_THREADS; thread++) {
        hashing[thread] = EVP_MD_CTX_new();
        importing[thread] = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
        if (hashing[thread] == NULL || EVP_PKEY_fromdata_init(importing[thread]) != 1) fail("libcrypto", "no context");
        for (int key = 0; key < KEYS; key++) {
            EVP_PKEY *public = read_public(work->public_pems[key]), *private = read_private(work->private_pems[key]);
            if (public == NULL || private == NULL) fail("libcrypto", "does not read the keys");
            verifying[key][thread] = prepared(public, EVP_PKEY_verify_init);
            signing[key][thread] = prepared(private, EVP_PKEY_sign_init);
            EVP_PKEY_free(public);
            EVP_PKEY_free(private);
        }
    }
}

static bool hash(int thread, struct text input, uint8_t digest[DIGEST_LENGTH])
{
    EVP_MD_CTX *context = hashing[thread];
    return EVP_DigestInit_ex2(context, sha256, NULL) == 1 && EVP_DigestUpdate(context, input.start, input.length) == 1
        && EVP_DigestFinal_ex(context, digest, NULL) == 1;
}

bool crypto_verify(int key, int thread, struct text input, const uint8_t *signature, size_t length)
{
    uint8_t digest[DIGEST_LENGTH];
    return hash(thread, input, digest)
        && EVP_PKEY_verify(verifying[key][thread], signature, length, digest, sizeof digest) == 1;
}

bool crypto_sign(int key, int thread, struct text input, uint8_t signature[SIGNATURE_LENGTH])
{
    uint8_t digest[DIGEST_LENGTH];
    size_t length = SIGNATURE_LENGTH;
    return hash(thread, input, digest)
        && EVP_PKEY_sign(signing[key][thread], signature, &length, digest, sizeof digest) == 1
        && length == SIGNATURE_LENGTH;
}

/* libcrypto takes integers with the lowest byte first, as this processor has them. */
static OSSL_PARAM number(const char *name, struct text base64url, uint8_t *bytes, size_t capacity)
{
    long length = base64url_decode(base64url, bytes, capacity);
    for (long low = 0, high = length - 1; low < high; low++, high--) {
        uint8_t kept = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = kept;
    }
    return OSSL_PARAM_construct_BN(name, bytes, length < 0 ? 0 : (size_t)length);
}

static EVP_PKEY *read_jwk(struct text json, int thread)
{
    uint8_t n[SIGNATURE_LENGTH], e[8];
    OSSL_PARAM numbers[] = {OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end(), OSSL_PARAM_construct_end()};
    const char *cursor = json.start;
    for (struct member member; next_member(&cursor, &member);) {
        if (is(member.name, "n")) numbers[0] = number(OSSL_PKEY_PARAM_RSA_N, member.value, n, sizeof n);
        if (is(member.name, "e")) numbers[1] = number(OSSL_PKEY_PARAM_RSA_E, member.value, e, sizeof e);
    }
    EVP_PKEY *key = NULL;
    return EVP_PKEY_fromdata(importing[thread], &key, EVP_PKEY_PUBLIC_KEY, numbers) == 1 ? key : NULL;
}

size_t load_jwks(const struct work *work, size_t first, size_t count, int thread)
{
    size_t loaded = 0;
    for (size_t index = first; index < first + count; index++) {
        EVP_PKEY *key = read_jwk(work->jwks[index % KEYS], thread);
        loaded += key != NULL;
        EVP_PKEY_free(key);
    }
    return loaded;
}

size_t load_public_pems(const struct work *work, size_t first, size_t count, int thread)
{
    (void)thread;
    size_t loaded = 0;
    for (size_t index = first; index < first + count; index++) {
        EVP_PKEY *key = read_public(work->public_pems[index % KEYS]);
        loaded += key != NULL;
        EVP_PKEY_free(key);
    }
    return loaded;
}

size_t load_private_pems(const struct work *work, size_t first, size_t count, int thread)
{
    (void)thread;
    size_t loaded = 0;
    for (size_t index = first; index < first + count; index++) {
        EVP_PKEY *key = read_private(work->private_pems[index % KEYS]);
        loaded += key != NULL;
        EVP_PKEY_free(key);
    }
    return loaded;
}
