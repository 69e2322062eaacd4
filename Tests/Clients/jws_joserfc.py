"""joserfc, Authlib's JOSE library."""

import json
import sys

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey

from jws_client import Refused, answer

read_private_key = read_public_key = RSAKey.import_key


def read_key_set(text):
    return KeySet.import_key_set(json.loads(text))


def sign(payload, header, key):
    return jws.serialize_compact(header, payload, key, algorithms=["RS256"])


def verify(token, key_set):
    try:
        return jws.deserialize_compact(token, key_set, algorithms=["RS256"]).payload
    except JoseError as error:
        raise Refused from error


def thumbprint(key):
    return key.thumbprint()


def thumbprint_of_jwk(jwk):
    return RSAKey.import_key(jwk).thumbprint()


answer(sys.modules[__name__])
