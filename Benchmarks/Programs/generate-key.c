/*
 * generate-key BITS THREADS
 *
 * Makes one RSA key with EVP_PKEY_generate and does nothing with it: what 'authkeys generate' cannot do without. With
 * several threads each searches, the first key found wins and the others are cancelled from their callbacks.
 */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_THREADS = 64 };

static int bits;
static atomic_bool is_decided;
static atomic_int keys_found;

static int should_continue(EVP_PKEY_CTX *context)
{
    (void)context;
    return !atomic_load_explicit(&is_decided, memory_order_relaxed);
}

static void *search(void *unused)
{
    (void)unused;
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (context == NULL || EVP_PKEY_keygen_init(context) != 1) abort();
    if (EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) != 1) abort();
    EVP_PKEY_CTX_set_cb(context, should_continue);
    if (EVP_PKEY_generate(context, &key) == 1) {
        atomic_store(&is_decided, 1);
        atomic_fetch_add(&keys_found, 1);
    }
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t threads[MOST_THREADS];
    int count = argc == 3 ? atoi(argv[2]) : 0;
    bits = argc == 3 ? atoi(argv[1]) : 0;
    if (bits < 2048 || count < 1 || count > MOST_THREADS) {
        fprintf(stderr, "generate-key: error: usage: generate-key BITS THREADS\n");
        return 64;
    }
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
    for (int index = 1; index < count; index++) {
        if (pthread_create(&threads[index], NULL, search, NULL) != 0) return 1;
    }
    search(NULL);
    for (int index = 1; index < count; index++) pthread_join(threads[index], NULL);
    return atomic_load(&keys_found) > 0 ? 0 : 1;
}
