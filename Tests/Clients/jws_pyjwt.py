"""PyJWT, which reads keys with pyca/cryptography."""

import base64
import hashlib
import json
import sys

import jwt
from cryptography.hazmat.primitives import serialization
from jwt.algorithms import RSAAlgorithm

from jws_client import Refused, answer

JWS = jwt.PyJWS(algorithms=["RS256"])


def read_private_key(pem):
    return serialization.load_pem_private_key(pem.encode(), password=None)


def read_public_key(pem):
    return serialization.load_pem_public_key(pem.encode())


def read_key_set(text):
    return jwt.PyJWKSet.from_json(text)


def sign(payload, header, key):
    # PyJWT adds typ unless it is told that there is none.
    return JWS.encode(payload, key, algorithm="RS256", headers={"typ": None} | header)


def verify(token, key_set):
    try:
        kid = jwt.get_unverified_header(token).get("kid")
        key = key_set.keys[0] if kid is None else key_set[kid]
        return JWS.decode(token, key, algorithms=["RS256"])
    except jwt.InvalidTokenError as error:
        raise Refused from error


def thumbprint(key):
    public_key = key.public_key() if hasattr(key, "public_key") else key
    return thumbprint_of_jwk(RSAAlgorithm.to_jwk(public_key, as_dict=True))


def thumbprint_of_jwk(jwk):
    members = json.dumps({name: jwk[name] for name in ("e", "kty", "n")}, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(members.encode()).digest()).decode().rstrip("=")


answer(sys.modules[__name__])
