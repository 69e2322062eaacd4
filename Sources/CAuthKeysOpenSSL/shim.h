#pragma once
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/proverr.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

/* Swift imports neither function-like nor composite macros. */
static const int authkeys_EVP_PKEY_PUBLIC_KEY = EVP_PKEY_PUBLIC_KEY;
static const int authkeys_EVP_PKEY_KEYPAIR = EVP_PKEY_KEYPAIR;
static inline void authkeys_OPENSSL_clear_free(void *bytes, size_t count) { OPENSSL_clear_free(bytes, count); }
static inline void authkeys_OPENSSL_free(void *bytes) { OPENSSL_free(bytes); }

/* OSSL_PARAM_BLD keeps the pointer to a name: it has to outlive the call, which a Swift string does not. */
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_N = OSSL_PKEY_PARAM_RSA_N;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_E = OSSL_PKEY_PARAM_RSA_E;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_D = OSSL_PKEY_PARAM_RSA_D;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_FACTOR1 = OSSL_PKEY_PARAM_RSA_FACTOR1;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_FACTOR2 = OSSL_PKEY_PARAM_RSA_FACTOR2;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_EXPONENT1 = OSSL_PKEY_PARAM_RSA_EXPONENT1;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_EXPONENT2 = OSSL_PKEY_PARAM_RSA_EXPONENT2;
static const char *const authkeys_OSSL_PKEY_PARAM_RSA_COEFFICIENT1 = OSSL_PKEY_PARAM_RSA_COEFFICIENT1;
