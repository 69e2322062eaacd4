"""Answers one batch: the written keys on standard input, as JSON, with what this client makes of them.

A client has read(form, bytes, passphrase), which raises for a key that it refuses, is_private(key), thumbprint(key),
sign(message, key) and verify(signature, message, key).
"""

import base64
import json
import sys


def answer(client):
    batch = json.load(sys.stdin)
    message, other = batch["message"].encode(), batch["otherMessage"].encode()
    readings = []
    for written in batch["keys"]:
        signature = from_base64url(written["signature"])
        try:
            key = client.read(written["form"], base64.b64decode(written["bytes"]), written.get("passphrase"))
        except Exception as error:
            readings.append({"refusal": repr(error)})
            continue
        reading = {"thumbprint": client.thumbprint(key)}
        if client.is_private(key):
            reading["signature"] = to_base64url(client.sign(message, key))
        else:
            reading["verifies"] = client.verify(signature, message, key)
            reading["verifiesOther"] = client.verify(signature, other, key)
        readings.append(reading)
    json.dump(readings, sys.stdout)


def unwrap(form, data):
    """What the reader of an environment variable does before it has PEM."""
    if form == "pkcs8Escaped":
        return json.loads(f'"{data.decode().removesuffix(chr(10))}"').encode()
    if form == "pkcs8Base64":
        return base64.b64decode(data)
    return data


def to_base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
