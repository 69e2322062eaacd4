"""PyJWT, which has readers of its own for JWK and JWK sets."""

import sys

import jwt
from jwt.algorithms import RSAAlgorithm

from keys_client import answer
from keys_cryptography import is_private, thumbprint

RS256 = RSAAlgorithm(RSAAlgorithm.SHA256)


def read(form, data, passphrase):
    if form == "jwks":
        return jwt.PyJWKSet.from_json(data.decode()).keys[0].key
    return RSAAlgorithm.from_jwk(data.decode())


def sign(message, key):
    return RS256.sign(message, key)


def verify(signature, message, key):
    return RS256.verify(message, key, signature)


answer(sys.modules[__name__])
