"""PyJWT."""

import json
import sys

import cryptography
import jwt
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from worker import Work, answer

work = Work(sys.argv[1])
keys = jwt.PyJWKSet.from_dict(work.jwks)
private_keys = [load_pem_private_key(pem, None) for pem in work.private_pems]


def accepts(token):
    try:
        key = keys[jwt.get_unverified_header(token)["kid"]]
        jwt.decode(
            token, key, algorithms=["RS256"], issuer=work.issuer, audience=work.audience, options={"require": ["exp"]}
        )
    except (jwt.PyJWTError, KeyError):
        return False
    return True


def sign(payload, index):
    return jwt.encode(payload, private_keys[index % 4], algorithm="RS256", headers={"kid": work.kids[index % 4]})


answer(
    f"PyJWT {jwt.__version__}, cryptography {cryptography.__version__}", work, accepts, sign,
    lambda text: jwt.PyJWK.from_dict(json.loads(text)), load_pem_public_key, lambda pem: load_pem_private_key(pem, None),
)
