"""The texts of PyJWT and of joserfc for every case, as JSON: errors_python.py pyjwt | joserfc"""

import json
import sys
import time

import jwt
from joserfc import jwt as rfc
from joserfc.jwk import KeySet, RSAKey

batch = json.load(sys.stdin)
issuer, audience = batch["issuer"], batch["audience"]
now = int(time.time())
good = {"iss": issuer, "aud": audience, "sub": "s", "iat": now, "exp": now + 60}


def token(claims=None, header=None, without=()):
    claims = {name: value for name, value in {**good, **(claims or {})}.items() if name not in without}
    return jwt.api_jws.encode(
        json.dumps(claims).encode(), batch["privateKey"], algorithm="RS256", headers=header)


def pyjwt(text, key=batch["publicKey"], algorithms=("RS256",), **options):
    return jwt.decode(text, key, algorithms=list(algorithms), issuer=issuer, audience=audience, options=options)


def public_set(*kids):
    key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(
        jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).prepare_key(batch["publicKey"])))
    return {"keys": [{**key, "use": "sig", **({"kid": kid} if kid else {})} for kid in kids]}


class KidlessClient(jwt.PyJWKClient):
    """Reads a set whose key has no kid."""

    def fetch_data(self):
        return public_set(None)


def joserfc(text, key=None, algorithms=("RS256",)):
    read = rfc.decode(text, key or RSAKey.import_key(batch["publicKey"]), algorithms=list(algorithms))
    rfc.JWTClaimsRegistry(
        iss={"essential": True, "value": issuer}, aud={"essential": True, "value": audience},
        exp={"essential": True}).validate(read.claims)


PYJWT = {
    "expired": lambda: pyjwt(token({"exp": now - 60})),
    "notYetValid": lambda: pyjwt(token({"nbf": now + 600})),
    "issuedInFuture": lambda: pyjwt(token({"iat": now + 600})),
    "issuer": lambda: pyjwt(token({"iss": "https://other"})),
    "audience": lambda: pyjwt(token({"aud": "other"})),
    "missingClaim": lambda: pyjwt(token(without=["exp"]), require=["exp"]),
    "claimType": lambda: pyjwt(token({"exp": "soon"})),
    "signature": lambda: pyjwt(token(), batch["strangerKey"]),
    "algorithm": lambda: pyjwt(token(), algorithms=["RS512"]),
    "malformed": lambda: pyjwt("abc"),
    "malformedHeader": lambda: pyjwt("YQ.YQ.YQ"),
    "unreadableKey": lambda: pyjwt(token(), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"),
    "symmetric": lambda: pyjwt(jwt.encode(good, "s" * 32), batch["publicKey"], algorithms=["HS256"]),
    "noKey": lambda: jwt.PyJWKSet.from_dict({"keys": []}),
    "subject": lambda: jwt.decode(token(), batch["publicKey"], algorithms=["RS256"], audience=audience, subject="other"),
    "noKid": lambda: KidlessClient("http://127.0.0.1:1/jwks.json").get_signing_keys(),
    "unreachable": lambda: jwt.PyJWKClient("http://127.0.0.1:1/jwks.json").get_signing_keys(),
}
JOSERFC = {
    "expired": lambda: joserfc(token({"exp": now - 60})),
    "notYetValid": lambda: joserfc(token({"nbf": now + 600})),
    "issuer": lambda: joserfc(token({"iss": "https://other"})),
    "audience": lambda: joserfc(token({"aud": "other"})),
    "missingClaim": lambda: joserfc(token(without=["exp"])),
    "claimType": lambda: joserfc(token({"exp": "soon"})),
    "signature": lambda: joserfc(token(), RSAKey.import_key(batch["strangerKey"])),
    "algorithm": lambda: joserfc(token(), algorithms=["RS512"]),
    "malformed": lambda: joserfc("abc"),
    "subject": lambda: rfc.JWTClaimsRegistry(sub={"essential": True, "value": "other"}).validate(good),
    "unknownKey": lambda: joserfc(token(header={"kid": "b"}), KeySet.import_key_set(public_set("a", "c"))),
}

texts = {}
for name, run in (PYJWT if sys.argv[1] == "pyjwt" else JOSERFC).items():
    try:
        run()
        texts[name] = "accepted"
    except Exception as error:
        texts[name] = f"{type(error).__module__}.{type(error).__name__}: {error}"
json.dump(texts, sys.stdout)
