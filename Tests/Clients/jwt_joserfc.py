"""joserfc: signature, exp, nbf, iat, iss and aud."""

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from jwt_client import Refused, answer


def verify(token, batch):
    try:
        read = jwt.decode(token, RSAKey.import_key(batch["publicKey"]), algorithms=["RS256", "RS384", "RS512"])
        jwt.JWTClaimsRegistry(
            iss={"essential": True, "value": batch["issuer"]}, aud={"essential": True, "value": batch["audience"]},
            exp={"essential": True}, sub={"essential": True}).validate(read.claims)
        return read.claims
    except JoseError as error:
        raise Refused from error


def sign(claims, header, private_key):
    return jwt.encode(header, claims, RSAKey.import_key(private_key), algorithms=[header["alg"]])


answer(verify, sign)
