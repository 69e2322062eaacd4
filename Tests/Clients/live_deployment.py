"""live_deployment.py SITUATION
live_deployment.py --env-file FILE SITUATION

A self-hosted Convex deployment on two free ports of 127.0.0.1, the API (3210) and the site (3211), with the proxies and the
faults before them that the situation asks for. It prints the two ports, serves until standard input ends, and then prints
the requests that it got as JSON. With --env-file it goes into the background, writes the address of the API and the admin
key to the file, and ends when the folder of that file is gone.

The situation is a file with an object, or the object itself, in which {api} and {site} stand for the two origins; every member may be left out:

  variables     what is stored: an object of names and values
  stored        the same as the convex.env that authkeys generate wrote
  site, api     what stands in the way, by path (the first that is a suffix of the path counts, "" is every path): one of
                answers() below, or {"status":…, "type":…, "headers":{…}, "body":…}
  keys          what is published in the place of the stored JWKS
  issuer        what the document names in the place of the site origin
  now, clock    what time it is, in seconds since 1970, and how many seconds ahead the Date is
  closed        whether nothing listens at the site
  readOnly      whether the admin key may only read
  jwks_uri      what the document names in the place of the site's own
  tls           the file with a certificate and its key: the site speaks TLS
  instance      the name of the instance
  backend       what POST /api/query answers: [status, object]; else the token is accepted
"""

import email.utils
import json
import os
import signal
import socketserver
import ssl
import sys
import threading
import time

ADMIN_KEY = "convex-self-hosted|0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
DOCUMENT = "/.well-known/openid-configuration"
KEYS = "/.well-known/jwks.json"

situation = {}
ports = {}
requests = []
stopped = threading.Event()


class Handler(socketserver.StreamRequestHandler):
    origin = "api"

    def handle(self):
        try:
            self.answer()
        except (OSError, ValueError):
            pass  # curl was ended, or refused the certificate

    def answer(self):
        line = self.rfile.readline().decode("latin-1").split()
        if len(line) != 3:
            return
        method, target, _ = line
        headers = []
        while (header := self.rfile.readline().rstrip(b"\r\n")):
            name, _, value = header.decode("latin-1").partition(": ")
            headers.append([name, value])
        given = {name.lower(): value for name, value in headers}
        body = self.rfile.read(int(given.get("content-length", 0))).decode()
        requests.append(
            {"origin": self.origin, "method": method, "target": target, "headers": headers, "body": body})
        for suffix, fault in situation.get(self.origin, {}).items():
            if target.endswith(suffix):
                return self.misbehave(fault)
        if self.origin == "site":
            return self.http_action(target)
        if target.startswith("/http/"):
            return self.http_action(target.removeprefix("/http"))
        self.api(method, target, given, body)

    # MARK: What a deployment answers

    def api(self, method, target, given, body):
        if (method, target) == ("GET", "/version"):
            return self.send(200, b"94a42c3", "text/plain")
        if (method, target) == ("GET", "/instance_name"):
            return self.send(200, situation.get("instance", "convex-self-hosted").encode(), "text/plain")
        if (method, target) == ("POST", "/api/query"):
            return self.query(given.get("authorization", ""), json.loads(body))
        if (method, target.rpartition("/")[2]) not in (
            ("GET", "check_admin_key"), ("GET", "list_environment_variables"), ("POST", "update_environment_variables")
        ):
            return self.send(404, b"")
        authorization = given.get("authorization", "")
        if not authorization.startswith("Convex "):
            return self.json(400, {"code": "InvalidAdminKey", "message": "Invalid admin key"})
        if authorization != f"Convex {ADMIN_KEY}":
            return self.json(
                401, {"code": "BadAdminKey", "message": "The provided admin key was invalid for this instance"})
        if (method, target) == ("GET", "/api/check_admin_key"):
            return self.json(200, {"success": True, "allowedOps": [], "isReadOnly": situation.get("readOnly", False)})
        if (method, target) == ("GET", "/api/v1/list_environment_variables"):
            return self.json(200, {"environmentVariables": situation.get("variables", {})})
        if (method, target) == ("POST", "/api/v1/update_environment_variables"):
            for change in json.loads(body)["changes"]:
                situation.setdefault("variables", {})[change["name"]] = change["value"]
            return self.send(200, b"")
        self.send(404, b"")

    def query(self, authorization, question):
        if not authorization.startswith("Bearer ") or question["path"] != "authkeysProbe:none":
            return self.send(400, b"")
        status, answer = situation.get("backend") or [
            200, {"status": "error", "errorMessage": "[Request ID: 1] Server Error\nCould not find public function for "
                  "'authkeysProbe:none'. Did you forget to run `npx convex dev` or `npx convex deploy`?"}]
        text = json.dumps(answer).replace("{token}", authorization[7:])
        self.send(status, text.encode(), "application/json")

    def http_action(self, target):
        variables = situation.get("variables", {})
        site = situation.get("issuer", f"{'https' if 'tls' in situation else 'http'}://127.0.0.1:{ports['site']}")
        if target == DOCUMENT:
            return self.json(200, {
                "issuer": site, "jwks_uri": situation.get("jwks_uri", site + KEYS),
                "authorization_endpoint": site + "/oauth/authorize"})
        if target == KEYS:
            keys = situation.get("keys", variables.get("JWKS"))
            if keys is None:
                return self.json(500, {
                    "code": "[Request ID: 1] Server Error: Uncaught Error: Missing environment variable `JWKS`",
                    "trace": "at requireEnv"})
            return self.send(200, keys.encode(), "application/json")
        self.send(404, b"No matching routes found", "text/plain")

    # MARK: What stands in the way

    def misbehave(self, fault):
        if isinstance(fault, dict):
            body = fault.get("body", "")
            body = body if isinstance(body, str) else json.dumps(body)
            return self.send(
                fault.get("status", 200), body.encode(), fault.get("type"), fault.get("headers", {}))
        getattr(self, f"answer_{fault.replace('-', '_')}")()

    def answer_no_http_actions(self):
        self.send(404, b"This Convex deployment does not have HTTP actions enabled.", "text/plain")

    def answer_no_route(self):
        self.send(404, b"No matching routes found", "text/plain")

    def answer_version(self):
        self.send(200, b"94a42c3", "text/plain")

    def answer_login(self):
        self.send(200, b"<!doctype html><title>Sign in</title>", "text/html")

    def answer_redirect(self):
        self.send(307, b"", None, {"Location": "https://login.example.com/?next=x"})

    def answer_redacted(self):
        self.json(500, {"code": "[Request ID: 1] Server Error", "trace": None})

    def answer_silent(self):
        stopped.wait()

    def answer_cut(self):
        self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"issuer":')

    def answer_garbage(self):
        self.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n" * 20)

    def answer_endless(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not stopped.is_set():
            self.wfile.write(b"2710\r\n" + b" " * 10_000 + b"\r\n")

    def answer_chunked(self):
        """What is right, in chunks of a byte."""
        site = f"http://127.0.0.1:{ports['site']}"
        body = json.dumps({"issuer": site, "jwks_uri": site + KEYS}).encode()
        chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body)
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            b"Connection: close\r\n\r\n" + chunks + b"0\r\n\r\n")

    def json(self, status, value):
        self.send(status, json.dumps(value).encode(), "application/json")

    def send(self, status, body, media_type=None, headers=()):
        # What a cache has kept bears the date at which it was made.
        made = situation.get("now", time.time()) - int(dict(headers).get("Age", 0))
        date = email.utils.formatdate(made + situation.get("clock", 0), usegmt=True)
        lines = [f"HTTP/1.1 {status} Status", f"Date: {date}", f"Content-Length: {len(body)}", "Connection: close"]
        if media_type:
            lines.append(f"Content-Type: {media_type}")
        lines += [f"{name}: {value}" for name, value in dict(headers).items()]
        self.wfile.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


class SiteHandler(Handler):
    origin = "site"


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


def serve_in_background(servers, path):
    if os.fork():
        return
    signal.alarm(300)  # a child does not inherit it
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = os.path.dirname(os.path.abspath(path))
    while os.path.isdir(folder):
        time.sleep(0.2)


def read_situation(argument):
    """With the origins put in."""
    text = argument
    if not argument.startswith("{"):
        with open(argument, encoding="utf-8") as file:
            text = file.read()
    scheme = "https" if "tls" in json.loads(text) else "http"
    text = text.replace("{api}", f"http://127.0.0.1:{ports['api']}")
    found = json.loads(text.replace("{site}", f"{scheme}://127.0.0.1:{ports['site']}"))
    if "stored" in found:
        with open(found["stored"], encoding="utf-8") as file:
            lines = [line.rstrip("\n").partition("=") for line in file]
        found["variables"] = {name: value[1:-1] for name, _, value in lines}
    return found


def main():
    # The tests run on threads that hold signals back, which a child inherits.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.alarm(120)
    path = sys.argv[2] if sys.argv[1] == "--env-file" else None
    with Server(("127.0.0.1", 0), Handler) as api, Server(("127.0.0.1", 0), SiteHandler) as site:
        ports["api"], ports["site"] = api.server_address[1], site.server_address[1]
        situation.update(read_situation(sys.argv[-1]))
        if "tls" in situation:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(situation["tls"])
            # The handshake is left to the thread of the connection: one that fails must not end the server.
            site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
        if situation.get("closed"):
            site.server_close()
        servers = [api] if situation.get("closed") else [api, site]
        if path:
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"CONVEX_SELF_HOSTED_URL=http://127.0.0.1:{ports['api']}\n")
                file.write(f"CONVEX_SELF_HOSTED_ADMIN_KEY='{ADMIN_KEY}'\n")
            return serve_in_background(servers, path)
        print(ports["api"], ports["site"], flush=True)
        for server in servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        stopped.set()
        print(json.dumps(requests), flush=True)


main()
