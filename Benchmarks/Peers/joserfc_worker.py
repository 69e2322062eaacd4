"""joserfc, Authlib's JOSE library."""

import json
import sys
from importlib.metadata import version

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, RSAKey

from worker import Work, answer

work = Work(sys.argv[1])
keys = KeySet.import_key_set(work.jwks)
private_keys = [RSAKey.import_key(pem) for pem in work.private_pems]
claims = jwt.JWTClaimsRegistry(
    iss={"essential": True, "value": work.issuer}, aud={"essential": True, "value": work.audience}, exp={"essential": True}
)


def accepts(token):
    try:
        claims.validate(jwt.decode(token, keys, algorithms=["RS256"]).claims)
    except (JoseError, ValueError):
        return False
    return True


def sign(payload, index):
    return jwt.encode({"alg": "RS256", "kid": work.kids[index % 4]}, payload, private_keys[index % 4])


def load_key(value):
    return RSAKey.import_key(value).raw_value


answer(
    f"joserfc {version('joserfc')}, cryptography {version('cryptography')}", work, accepts, sign,
    lambda text: load_key(json.loads(text)), load_key, load_key,
)
