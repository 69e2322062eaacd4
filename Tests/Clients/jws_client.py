"""Answers one batch: the keys, tokens and JWK sets on standard input, as JSON, with what this client makes of them.

A client has the functions that answer() calls; verify(token, key_set) gives the payload, or raises Refused.
"""

import json
import sys


class Refused(Exception):
    pass


def answer(client):
    batch = json.load(sys.stdin)
    keys = []
    for key in batch["keys"]:
        private_keys = [client.read_private_key(text) for text in key["privateKeys"]]
        key_set = client.read_key_set(key["jwks"])
        payloads = []
        for token in key["tokens"]:
            try:
                payloads.append(client.verify(token, key_set).decode())
            except Refused:
                payloads.append(None)
        keys.append({
            "privateKeys": [client.thumbprint(private_key) for private_key in private_keys],
            "publicKey": client.thumbprint(client.read_public_key(key["publicKey"])),
            "jwk": client.thumbprint_of_jwk(json.loads(key["jwks"])["keys"][0]),
            "tokens": [
                client.sign(key["payload"].encode(), header, private_keys[0]) for header in key["headers"]
            ],
            "payloads": payloads,
        })
    json.dump({"keys": keys, "example": client.thumbprint_of_jwk(batch["example"])}, sys.stdout)
