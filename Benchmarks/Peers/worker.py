"""What the Python programs share: the work of Programs/race.c, and answering its orders. Two threads are two processes."""

import json
import os
import sys
from pathlib import Path

KEYS = 4


class Work:
    def __init__(self, folder):
        folder = Path(folder)
        self.tokens = (folder / "tokens").read_text().splitlines()
        self.payloads = [json.loads(line) for line in (folder / "payloads").read_text().splitlines()]
        self.kids = (folder / "kids").read_text().splitlines()
        self.issuer, self.audience = (folder / "expected").read_text().splitlines()
        self.jwks = json.loads((folder / "jwks.json").read_text())
        self.jwk_texts = [(folder / f"jwk-{key}.json").read_text() for key in range(KEYS)]
        self.public_pems = [(folder / f"public-{key}.pem").read_bytes() for key in range(KEYS)]
        self.private_pems = [(folder / f"private-{key}.pem").read_bytes() for key in range(KEYS)]


def run(operation, of, indices):
    """How many succeed; a failure is None or False."""
    succeeded = 0
    for index in indices:
        if operation(of[index % len(of)], index % len(of)):
            succeeded += 1
    return succeeded


def answer(version, work, accepts, sign, load_jwk, load_public_pem, load_private_pem):
    operations = {
        "verify": (lambda token, index: accepts(token), work.tokens),
        "sign": (sign, work.payloads),
        "load-jwk": (lambda text, index: load_jwk(text) is not None, work.jwk_texts),
        "load-public-pem": (lambda pem, index: load_public_pem(pem) is not None, work.public_pems),
        "load-private-pem": (lambda pem, index: load_private_pem(pem) is not None, work.private_pems),
    }
    to_second, from_second = second_process(operations)
    print("ready", version, flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "accepts":
            print(int(accepts(words[1])), flush=True)
        elif words[0] == "signed":
            print(sign(work.payloads[int(words[1])], int(words[1])), flush=True)
        elif words[0] in operations:
            threads, count = int(words[1]), int(words[2])
            first = count // threads
            if threads == 2:
                print(words[0], first, count, file=to_second, flush=True)
            succeeded = run(*operations[words[0]], range(first))
            if threads == 2:
                succeeded += int(from_second.readline())
            print(succeeded, flush=True)
        else:
            print("unknown", flush=True)


def second_process(operations):
    """Python runs one thread at a time, so its second is a process, as servers in Python have them."""
    orders, answers = os.pipe(), os.pipe()
    if os.fork() == 0:
        os.close(orders[1])
        os.close(answers[0])
        os.close(0)
        with open(orders[0]) as lines, open(answers[1], "w") as results:
            for line in lines:
                name, first, end = line.split()
                print(run(*operations[name], range(int(first), int(end))), file=results, flush=True)
        os._exit(0)
    os.close(orders[0])
    os.close(answers[1])
    return open(orders[1], "w"), open(answers[0])
