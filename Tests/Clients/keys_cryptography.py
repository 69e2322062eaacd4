"""pyca/cryptography."""

import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from keys_client import answer, to_base64url, unwrap


def read(form, data, passphrase):
    if form.startswith(("spki", "pkcs1Public")):
        load = serialization.load_der_public_key if form.endswith("DER") else serialization.load_pem_public_key
        return load(data)
    load = serialization.load_der_private_key if form.endswith("DER") else serialization.load_pem_private_key
    return load(unwrap(form, data), password=passphrase.encode() if passphrase else None)


def is_private(key):
    return isinstance(key, rsa.RSAPrivateKey)


def thumbprint(key):
    numbers = (key.public_key() if is_private(key) else key).public_numbers()
    members = {
        name: to_base64url(number.to_bytes((number.bit_length() + 7) // 8, "big")) if name != "kty" else number
        for name, number in (("e", numbers.e), ("kty", "RSA"), ("n", numbers.n))
    }
    return to_base64url(hashlib.sha256(json.dumps(members, separators=(",", ":")).encode()).digest())


def sign(message, key):
    return key.sign(message, padding.PKCS1v15(), hashes.SHA256())


def verify(signature, message, key):
    try:
        key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        return True
    except InvalidSignature:
        return False


if __name__ == "__main__":
    answer(sys.modules[__name__])
