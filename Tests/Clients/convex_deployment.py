"""convex_deployment.py [VARIABLES.json]
convex_deployment.py --env-file FILE [VARIABLES.json]

The variables of a self-hosted Convex deployment, on a free port of 127.0.0.1: it lists and sets them as convex-backend
94a42c3 does, and refuses every request that is not exactly what it takes. The first part of a path says how it
misbehaves.

Without an option it prints its port, serves until standard input ends, and then prints the requests and the variables
as JSON. With --env-file it goes into the background, writes its address and its admin key to the file, and ends when
the folder of that file is gone.
"""

import json
import os
import signal
import socketserver
import sys
import threading
import time

ADMIN_KEY = "convex-self-hosted|0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
LIST = "/api/v1/list_environment_variables"
UPDATE = "/api/v1/update_environment_variables"

variables = {}
requests = []
lock = threading.Lock()
gone = threading.Event()


class Refusal(Exception):
    def __init__(self, status, code, message):
        self.status, self.code, self.message = status, code, message


class Handler(socketserver.StreamRequestHandler):
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
        mode, _, path = target.partition("/api/")
        mode, path = mode[1:], f"/api/{path}"
        with lock:
            requests.append({"method": method, "target": target, "headers": headers, "body": body.decode()})
            seen = sum(request["target"] == target for request in requests)
            try:
                self.answer(method, path, mode, headers, given, body, seen)
            except Refusal as refusal:
                self.send(refusal.status, json.dumps({"code": refusal.code, "message": refusal.message}).encode())

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
            "leak": ("SomethingNew", "cannot take " + changes["changes"][0]["value"][40:90]),
            "unknown": ("SomethingNew", "this server takes no changes on Fridays"),
        }
        if mode in refusals:
            raise Refusal(400, *refusals[mode])
        if mode == "gone":
            return gone.set()
        if mode == "lost-before":
            return
        for change in changes["changes"]:
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
        head = [b"HTTP/1.1 %d Status" % status, b"Content-Length: %d" % len(body), b"Connection: close", *headers]
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
    arguments = sys.argv[1:]
    path = arguments[1] if arguments[:1] == ["--env-file"] else None
    for name in arguments[2 if path else 0:]:
        with open(name, encoding="utf-8") as file:
            variables.update(json.load(file))
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
        print(json.dumps({"requests": requests, "variables": variables}), flush=True)


main()
