"""convex_deployment.py [--tick SECONDS] [--now SECONDS] [VARIABLES.json]
convex_deployment.py --env-file FILE [--dotenv FILE] [VARIABLES.json]

The variables of a self-hosted Convex deployment, on a free port of 127.0.0.1: it lists and sets them as convex-backend
94a42c3 does, judges tokens as convex_model.py says, and refuses every request that is not exactly what it takes. The
first part of a path says how it misbehaves: a word, or WHAT@N for the Nth request and WHAT@N+ from that on. theirs-set,
theirs-key and theirs-pair are somebody else who sets JWKS, JWT_PRIVATE_KEY or both right before that request, to what
THEIR_JWKS and THEIR_JWT_PRIVATE_KEY hold.

The clock of the model runs with the requests, by --tick for each (5 seconds without it). With the option a user is there
who presents a fresh token at every tick. GET /model/wait/SECONDS lets the clock run on, and GET /model/mode/MODE sets how
it misbehaves where the path does not say, N counted from there. --now is what it begins at, in
seconds since 1970, for the exp of tokens and for the Date of answers; without it there is neither.

Without --env-file it prints its port, serves until standard input ends, and then prints the requests, the variables and
what the user saw as JSON. With it it goes into the background, writes its address and its admin key to the file, and
ends when the folder of that file is gone.
"""

import argparse
import email.utils
import json
import os
import re
import signal
import socketserver
import sys
import threading
import time

sys.dont_write_bytecode = True
from convex_model import Backend, Refusal  # noqa: E402

ADMIN_KEY = "convex-self-hosted|0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
LIST = "/api/v1/list_environment_variables"
UPDATE = "/api/v1/update_environment_variables"

variables = {}
backend = Backend(variables)
settings = argparse.Namespace(
    tick=5.0, is_observed=False, mode="", before_mode=0, on_request=lambda number, is_done: None)
requests = []
lock = threading.Lock()
gone = threading.Event()


class Dropped(Exception):
    """The connection ends without an answer."""


class Handler(socketserver.StreamRequestHandler):
    is_answered, status_after = True, None

    def handle(self):
        method, target, _ = self.rfile.readline().decode("latin-1").split()
        headers = []
        while (line := self.rfile.readline().rstrip(b"\r\n")):
            name, _, value = line.decode("latin-1").partition(": ")
            headers.append([name, value])
        given = {name.lower(): value for name, value in headers}
        if target == "/version":
            return self.send(200, b"unknown")
        body = self.rfile.read(int(given.get("content-length", 0)))
        mode, path = re.fullmatch("(.*?)(/(?:api|http|model)/.*)", target).groups()
        mode = mode[1:]
        with lock:
            if path.startswith("/model/"):
                return self.command(*path.split("/")[2:])
            mode = mode or settings.mode
            requests.append({"method": method, "target": target, "headers": headers, "body": body.decode()})
            number = len(requests)
            backend.advance(settings.tick, settings.tick, settings.is_observed)
            seen = sum(request["target"] == target for request in requests)
            what, at, nth = mode.partition("@")
            since = number - settings.before_mode
            is_due = at and (since >= int(nth[:-1]) if nth.endswith("+") else since == int(nth))
            try:
                settings.on_request(number, False)
                fault = what if is_due else None
                if fault == "500":
                    raise Refusal(500, "InternalServerError", "Your request couldn't be completed. Try again later.")
                if fault == "drop":
                    raise Dropped
                if fault and fault.startswith("theirs-"):
                    self.take_theirs(fault.removeprefix("theirs-"))
                self.is_answered = fault != "drop-after"
                self.status_after = 500 if fault == "500-after" else None
                self.answer(method, path, "" if at else mode, headers, given, body, seen)
            except Refusal as refusal:
                self.send(refusal.status, json.dumps({"code": refusal.code, "message": refusal.message}).encode())
            except Dropped:
                pass
            settings.on_request(number, True)

    def take_theirs(self, what):
        for name in {"set": ["JWKS"], "key": ["JWT_PRIVATE_KEY"], "pair": ["JWKS", "JWT_PRIVATE_KEY"]}[what]:
            variables[name] = variables["THEIR_" + name]

    def command(self, name, value):
        if name == "wait":
            backend.advance(float(value), settings.tick, settings.is_observed)
        else:
            settings.mode, settings.before_mode = value, len(requests)
        self.send(200, b"")

    def answer(self, method, path, mode, headers, given, body, seen):
        if mode == "page":
            return self.send(200, b"<!DOCTYPE html><title>Sign in</title>")
        if mode == "site":
            return self.send(404, b"No matching routes found")
        if mode == "redirect":
            return self.send(307, b"", b"Location: http://127.0.0.1:9" + path.encode())
        once = mode == "failing-once" and method == "GET" and seen == 1
        if mode == "failing" or once or (mode == "gone" and gone.is_set()):
            raise Refusal(500, "InternalServerError", "Your request couldn't be completed. Try again later.")
        authorization = given.get("authorization", "")
        backend.is_deaf = mode == "deaf"
        backend.has_provider, backend.has_routes = mode != "no-provider", mode != "no-site"
        if (method, path) == ("POST", "/api/query"):
            names = ["Host", "User-Agent", "Accept", "Content-Type", "Authorization", "Content-Length"]
            self.check(headers, names)
            answer = backend.query(authorization, json.loads(body))
            if mode == "redacted":
                answer["errorMessage"] = "[Request ID: 1] Server Error"
            return self.send(200, json.dumps(answer).encode())
        if method == "GET" and path.startswith("/http/.well-known/"):
            self.check(headers, ["Host", "User-Agent", "Accept"])
            status, text = backend.serve(path.removeprefix("/http/.well-known/"))
            return self.send(status, text.encode())
        if not authorization.startswith(("Convex ", "Bearer ")):
            raise Refusal(400, "InvalidAdminKey", "Invalid admin key")
        if authorization != f"Convex {ADMIN_KEY}":
            raise Refusal(401, "BadAdminKey", "The provided admin key was invalid for this instance")
        if (method, path) == ("GET", LIST):
            self.check(headers, ["Host", "User-Agent", "Accept", "Authorization"])
            self.require(body == b"", "a body")
            self.list(mode)
        elif (method, path) == ("POST", UPDATE):
            names = ["Host", "User-Agent", "Accept", "Content-Type", "Authorization", "Content-Length"]
            self.check(headers, names)
            self.require(given["content-type"] == "application/json", "Content-Type")
            self.update(mode, body)
        else:
            self.send(404, b"")

    def list(self, mode):
        found = dict(variables)
        if mode == "full":
            found |= {f"OTHER_{number}": "x" for number in range(511)}
        if mode == "large":
            found |= {f"OTHER_{number}": "x" * 8192 for number in range(63)} | {"LAST": "x" * 7000}
        self.send(200, json.dumps({"environmentVariables": found}).encode())

    def update(self, mode, body):
        changes = json.loads(body)
        written = json.dumps(changes, separators=(",", ":"), ensure_ascii=False).encode()
        self.require(written == body and list(changes) == ["changes"], "the JSON")
        self.require(all(list(change) == ["name", "value"] for change in changes["changes"]), "a change")
        refusals = {
            "limit": ("EnvVarTotalSizeLimitMet", "Environment variables total size limit met"),
            "auth-config": (
                "InvalidAuthConfig",
                'This change would make the auth config invalid: Invalid provider domain URL "x": …'),
            "leak": ("SomethingNew", "cannot take " + str(changes["changes"][0]["value"])[40:90]),
            "unknown": ("SomethingNew", "this server takes no changes on Fridays"),
        }
        if mode in refusals:
            raise Refusal(400, *refusals[mode])
        if mode == "gone":
            return gone.set()
        if mode == "lost-before":
            return
        for change in changes["changes"]:
            if change["value"] is None:
                variables.pop(change["name"], None)
            else:
                variables[change["name"]] = change["value"]
        if mode == "lost":
            return
        if mode == "forgetful":
            variables["JWKS"] = variables["JWKS"].strip("}")
        self.send(200, b"")

    def check(self, headers, expected):
        names = [name for name, _ in headers]
        self.require(sorted(names) == sorted(expected), f"the headers {names}")

    def require(self, holds, what):
        if not holds:
            raise Refusal(400, "BadRequest", f"unexpected: {what}")

    def send(self, status, body, *headers):
        if not self.is_answered:
            return
        status = self.status_after or status
        head = [b"HTTP/1.1 %d Status" % status, b"Content-Length: %d" % len(body), b"Connection: close", *headers]
        if backend.now is not None:
            date = email.utils.formatdate(backend.now + backend.clock, usegmt=True)
            head.append(b"Date: " + date.encode())
        self.wfile.write(b"\r\n".join(head) + b"\r\n\r\n" + body)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


def serve_in_background(server, path):
    if os.fork():
        return
    signal.alarm(300)  # a child does not inherit it
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = os.path.dirname(os.path.abspath(path))
    while os.path.isdir(folder):
        time.sleep(0.2)


def main():
    # The tests run on threads that hold signals back, which a child inherits.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.alarm(300)
    parser = argparse.ArgumentParser()
    parser.add_argument("--env-file")
    parser.add_argument("--dotenv", help="variables as `authkeys generate` writes them")
    parser.add_argument("--tick", type=float)
    parser.add_argument("--now", type=float)
    parser.add_argument("variables", nargs="?")
    arguments = parser.parse_args()
    path = arguments.env_file
    settings.tick, settings.is_observed = arguments.tick or 5.0, arguments.tick is not None
    backend.now = arguments.now
    if arguments.variables:
        with open(arguments.variables, encoding="utf-8") as file:
            variables.update(json.load(file))
    if arguments.dotenv:
        with open(arguments.dotenv, encoding="utf-8") as file:
            variables.update(re.findall(r"""^(\w+)=["'](.*)["']$""", file.read(), re.M))
    with Server(("127.0.0.1", 0), Handler) as server:
        port = server.server_address[1]
        if path:
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"CONVEX_SELF_HOSTED_URL=http://127.0.0.1:{port}\n")
                file.write(f"CONVEX_SELF_HOSTED_ADMIN_KEY='{ADMIN_KEY}'\n")
            return serve_in_background(server, path)
        print(port, flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        print(json.dumps(record()), flush=True)


def record():
    return {
        "requests": requests, "variables": variables, "clock": backend.clock, "issued": backend.issued,
        "refusedAt": backend.refused_at}


if __name__ == "__main__":
    main()
