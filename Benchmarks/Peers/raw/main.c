/*
 * raw - FOLDER                            answers Programs/race.c
 * raw OPERATION THREADS COUNT FOLDER      runs one operation, for its time and memory
 *
 * Two limits that nothing on libcrypto can pass. 'crypto-verify' and 'crypto-sign' have keys, signing inputs and
 * signatures as bytes and do SHA-256 and RSA. 'verify' and 'sign' begin and end with tokens and do what a verifier
 * cannot do without, in the fewest steps: it splits and decodes, reads flat JSON without escapes, compares alg, kid,
 * iss and aud as bytes and nbf and exp with the clock; it says yes or no, and keeps nothing of what it read.
 */
#include "raw.h"

#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct prepared {
    struct text input;
    uint8_t signature[SIGNATURE_LENGTH];
};

static struct prepared *prepared;

static void prepare(const struct work *work)
{
    prepared = calloc(work->count, sizeof *prepared);
    if (prepared == NULL) fail("raw", "out of memory");
    for (size_t index = 0; index < work->count; index++) {
        struct text token = work->tokens[index];
        const char *dot = strrchr(token.start, '.');
        if (dot == NULL) fail("raw", "no token");
        prepared[index].input = (struct text){token.start, (size_t)(dot - token.start)};
        struct text signature = {dot + 1, token.length - (size_t)(dot + 1 - token.start)};
        if (base64url_decode(signature, prepared[index].signature, SIGNATURE_LENGTH) != SIGNATURE_LENGTH) {
            fail("raw", "no signature");
        }
    }
}

static size_t crypto_verify_all(const struct work *work, size_t first, size_t count, int thread)
{
    size_t good = 0;
    for (size_t index = first; index < first + count; index++) {
        const struct prepared *token = &prepared[index % work->count];
        good += crypto_verify((int)(index % work->count % KEYS), thread, token->input, token->signature, SIGNATURE_LENGTH);
    }
    return good;
}

static size_t crypto_sign_all(const struct work *work, size_t first, size_t count, int thread)
{
    size_t made = 0;
    for (size_t index = first; index < first + count; index++) {
        uint8_t signature[SIGNATURE_LENGTH];
        made += crypto_sign((int)(index % work->count % KEYS), thread, prepared[index % work->count].input, signature);
    }
    return made;
}

static bool same(struct text left, struct text right)
{
    return left.length == right.length && memcmp(left.start, right.start, left.length) == 0;
}

/* Where the text ends that was decoded is a zero, which ends the scan. */
static bool decode_json(struct text part, char json[LONGEST_PART + 1])
{
    long length = base64url_decode(part, (uint8_t *)json, LONGEST_PART);
    if (length < 0) return false;
    json[length] = '\0';
    return true;
}

static int key_of(const struct work *work, struct text header)
{
    char json[LONGEST_PART + 1];
    if (!decode_json(header, json)) return -1;
    bool is_rs256 = false;
    int named = -1;
    const char *cursor = json;
    for (struct member member; next_member(&cursor, &member);) {
        if (is(member.name, "alg")) is_rs256 = is(member.value, "RS256");
        if (!is(member.name, "kid")) continue;
        for (int key = 0; key < KEYS; key++) {
            if (same(work->kids[key], member.value)) named = key;
        }
    }
    return is_rs256 ? named : -1;
}

static bool claims_hold(const struct work *work, struct text payload)
{
    char json[LONGEST_PART + 1];
    if (!decode_json(payload, json)) return false;
    bool issuer = false, audience = false;
    long now = (long)time(NULL), from = 0, until = 0;
    const char *cursor = json;
    for (struct member member; next_member(&cursor, &member);) {
        if (is(member.name, "iss")) issuer = same(member.value, work->issuer);
        if (is(member.name, "aud")) audience = same(member.value, work->audience);
        if (is(member.name, "nbf")) from = strtol(member.value.start, NULL, 10);
        if (is(member.name, "exp")) until = strtol(member.value.start, NULL, 10);
    }
    return issuer && audience && from <= now && now < until;
}

static bool accepts(const struct work *work, struct text token, int thread)
{
    const char *end = token.start + token.length;
    const char *first = memchr(token.start, '.', token.length);
    if (first == NULL) return false;
    const char *second = memchr(first + 1, '.', (size_t)(end - first - 1));
    if (second == NULL) return false;
    int key = key_of(work, (struct text){token.start, (size_t)(first - token.start)});
    uint8_t signature[SIGNATURE_LENGTH];
    struct text encoded = {second + 1, (size_t)(end - second - 1)};
    struct text input = {token.start, (size_t)(second - token.start)};
    return key >= 0 && base64url_decode(encoded, signature, sizeof signature) == SIGNATURE_LENGTH
        && crypto_verify(key, thread, input, signature, sizeof signature)
        && claims_hold(work, (struct text){first + 1, (size_t)(second - first - 1)});
}

static struct text headers[KEYS];

static void encode_headers(const struct work *work)
{
    for (int key = 0; key < KEYS; key++) {
        static char encoded[KEYS][1024];
        char json[512];
        int length = snprintf(json, sizeof json, "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}", work->kids[key].start);
        headers[key] = (struct text){encoded[key], base64url_encode((uint8_t *)json, (size_t)length, encoded[key])};
    }
}

static char *sign(const struct work *work, size_t index, int thread)
{
    struct text header = headers[index % KEYS], payload = work->payloads[index];
    char *token = malloc(header.length + 2 + payload.length * 4 / 3 + 4 + SIGNATURE_LENGTH * 4 / 3 + 4);
    if (token == NULL) return NULL;
    memcpy(token, header.start, header.length);
    size_t length = header.length;
    token[length++] = '.';
    length += base64url_encode((const uint8_t *)payload.start, payload.length, token + length);
    uint8_t signature[SIGNATURE_LENGTH];
    if (!crypto_sign((int)(index % KEYS), thread, (struct text){token, length}, signature)) {
        free(token);
        return NULL;
    }
    token[length++] = '.';
    length += base64url_encode(signature, SIGNATURE_LENGTH, token + length);
    token[length] = '\0';
    return token;
}

int main(int argc, char **argv)
{
    if (argc != 3 && argc != 5) fail("usage", "raw - FOLDER, raw OPERATION THREADS COUNT FOLDER");
    const struct operation operations[] = {
        {"verify", verify_tokens},
        {"crypto-verify", crypto_verify_all},
        {"sign", sign_payloads},
        {"crypto-sign", crypto_sign_all},
        {"load-jwk", load_jwks},
        {"load-public-pem", load_public_pems},
        {"load-private-pem", load_private_pems},
        {NULL, NULL},
    };
    const struct work work = read_work(argv[argc - 1]);
    crypto_initialize(&work);
    prepare(&work);
    encode_headers(&work);
    const struct program program = {OpenSSL_version(OPENSSL_VERSION), accepts, sign, operations};
    if (argc == 3) return serve(&program, &work);
    return run_once(&program, &work, argv[1], atoi(argv[2]), (size_t)atol(argv[3]));
}
