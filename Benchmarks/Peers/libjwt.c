/* libjwt 1.x: it reads the PEM of the key anew for each token, which is how its interface is. */
#include "worker.h"

#include <jwt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct text *key_named(const struct work *work, const char *kid)
{
    for (int key = 0; kid != NULL && key < KEYS; key++) {
        if (strcmp(work->kids[key].start, kid) == 0) return &work->public_pems[key];
    }
    return NULL;
}

static bool is(jwt_t *jwt, const char *grant, struct text expected)
{
    const char *value = jwt_get_grant(jwt, grant);
    return value != NULL && strcmp(value, expected.start) == 0;
}

static bool accepts(const struct work *work, struct text token, int thread)
{
    (void)thread;
    jwt_t *unverified = NULL, *jwt = NULL;
    if (jwt_decode(&unverified, token.start, NULL, 0) != 0) return false;
    const struct text *pem = key_named(work, jwt_get_header(unverified, "kid"));
    bool good = pem != NULL && jwt_decode(&jwt, token.start, (const unsigned char *)pem->start, (int)pem->length) == 0;
    jwt_free(unverified);
    if (good) {
        long now = (long)time(NULL);
        good = jwt_get_alg(jwt) == JWT_ALG_RS256 && is(jwt, "iss", work->issuer) && is(jwt, "aud", work->audience)
            && jwt_get_grant_int(jwt, "nbf") <= now && now < jwt_get_grant_int(jwt, "exp");
    }
    jwt_free(jwt);
    return good;
}

static char *sign(const struct work *work, size_t index, int thread)
{
    (void)thread;
    const struct text *pem = &work->private_pems[index % KEYS];
    jwt_t *jwt = NULL;
    if (jwt_new(&jwt) != 0) return NULL;
    char *token = NULL;
    if (jwt_add_grants_json(jwt, work->payloads[index].start) == 0
        && jwt_add_header(jwt, "kid", work->kids[index % KEYS].start) == 0
        && jwt_set_alg(jwt, JWT_ALG_RS256, (const unsigned char *)pem->start, (int)pem->length) == 0) {
        token = jwt_encode_str(jwt);
    }
    jwt_free(jwt);
    return token;
}

int main(int argc, char **argv)
{
    if (argc != 3) fail("usage", "libjwt VERSION FOLDER");
    const struct operation operations[] = {{"verify", verify_tokens}, {"sign", sign_payloads}, {NULL, NULL}};
    const struct work work = read_work(argv[2]);
    char version[64] = "libjwt ";
    strncat(version, argv[1], sizeof version - strlen(version) - 1);
    return serve(&(struct program){version, accepts, sign, operations}, &work);
}
