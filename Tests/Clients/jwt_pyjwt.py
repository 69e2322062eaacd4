"""PyJWT: signature, exp, nbf, iat, iss and aud."""

import jwt

from jwt_client import Refused, answer


def verify(token, batch):
    try:
        return jwt.decode(
            token, batch["publicKey"], algorithms=["RS256", "RS384", "RS512"], issuer=batch["issuer"],
            audience=batch["audience"], options={"require": ["exp", "iat", "iss", "aud", "sub"]})
    except jwt.InvalidTokenError as error:
        raise Refused from error


def sign(claims, header, private_key):
    return jwt.encode(claims, private_key, algorithm=header["alg"], headers=header)


answer(verify, sign)
