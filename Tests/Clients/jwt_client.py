"""Answers one batch: tokens on standard input, as JSON, with the claims that this client verifies in each, and with
tokens that it signs.

A client has verify(token, batch), which gives the claims, or raises Refused, and sign(claims, header, private key).
"""

import json
import sys


class Refused(Exception):
    pass


def answer(verify, sign):
    batch = json.load(sys.stdin)
    claims = []
    for token in batch["tokens"]:
        try:
            claims.append(verify(token, batch))
        except Refused:
            claims.append(None)
    tokens = [sign(json.loads(batch["claims"]), header, batch["privateKey"]) for header in batch["headers"]]
    json.dump({"claims": claims, "tokens": tokens}, sys.stdout)
