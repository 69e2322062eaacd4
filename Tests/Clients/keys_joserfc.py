"""joserfc, Authlib's JOSE library."""

import json
import sys

from joserfc import jws
from joserfc.errors import BadSignatureError
from joserfc.jwk import KeySet, RSAKey

from keys_client import answer, from_base64url, to_base64url, unwrap


def read(form, data, passphrase):
    if form == "jwks":
        return KeySet.import_key_set(json.loads(data)).keys[0]
    if "JWK" in form:
        return RSAKey.import_key(json.loads(data))
    return RSAKey.import_key(unwrap(form, data), password=passphrase)


def is_private(key):
    return key.is_private


def thumbprint(key):
    return key.thumbprint()


# The messages are signing inputs of RFC 7515 §5.1.
def sign(message, key):
    header, payload = message.decode().split(".")
    token = jws.serialize_compact(
        json.loads(from_base64url(header)), from_base64url(payload), key, algorithms=["RS256"])
    return from_base64url(token.split(".")[2])


def verify(signature, message, key):
    try:
        jws.deserialize_compact(f"{message.decode()}.{to_base64url(signature)}", key, algorithms=["RS256"])
        return True
    except BadSignatureError:
        return False


answer(sys.modules[__name__])
