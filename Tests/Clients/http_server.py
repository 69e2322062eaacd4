"""http_server.py [--tls CERTIFICATE-AND-KEY]

A server, and a proxy, on a free port of 127.0.0.1, which misbehaves as the path asks. It prints the port, serves until
standard input ends or two minutes have passed, and then prints the requests that it got as JSON. It reads and writes
bytes: what a library would mend or hide is what the tests are about.
"""

import json
import pathlib
import signal
import socketserver
import ssl
import sys
import threading
import urllib.parse

requests = []
stopped = threading.Event()


class Handler(socketserver.StreamRequestHandler):
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
            name, _, value = header.partition(b": ")
            headers.append([name.decode("latin-1"), value.hex()])
        length = next((bytes.fromhex(value) for name, value in headers if name.lower() == "content-length"), b"0")
        request = {
            "method": method, "target": target, "headers": headers, "body": self.rfile.read(int(length)).hex(),
        }
        requests.append(request)
        if method == "CONNECT" or "://" in target:
            return self.send(502, b"a proxy that forwards nothing")
        path, _, query = target.partition("?")
        _, name, *rest = path.split("/")
        parameter = rest[0] if rest else urllib.parse.unquote(query, encoding="latin-1")
        getattr(self, f"answer_{name}")(parameter, request)

    def send(self, status, body, *headers):
        head = [b"HTTP/1.1 %d Status" % status, b"Content-Length: %d" % len(body), b"Connection: close", *headers]
        self.wfile.write(b"\r\n".join(head) + b"\r\n\r\n" + body)

    def start_chunks(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")

    def send_chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def answer_echo(self, _, request):
        self.send(200, json.dumps(request).encode())

    def answer_status(self, status, _):
        self.send(int(status), b"")

    def answer_length(self, size, _):
        self.send(200, b"x" * int(size))

    def answer_chunked(self, size, _):
        self.start_chunks()
        left = int(size)
        while left > 0:
            self.send_chunk(b"x" * min(left, 10_000))
            left -= 10_000
        self.wfile.write(b"0\r\n\r\n")

    def answer_endless(self, _, __):
        self.start_chunks()
        while not stopped.is_set():
            self.send_chunk(b"x" * 10_000)

    def answer_redirect(self, location, _):
        self.send(302, b"elsewhere", b"Location: " + location.encode("latin-1"))

    def answer_loop(self, number, _):
        self.send(302, b"on", b"Location: ./%d" % (int(number) + 1))

    def answer_silent(self, _, __):
        stopped.wait()

    def answer_stuck(self, _, __):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx")
        stopped.wait()

    def answer_cut(self, _, __):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx")

    def answer_nothing(self, _, __):
        pass

    def answer_garbage(self, _, __):
        self.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n" * 20)

    def answer_headers(self, size, _):
        lines = [b"X-%d: %s" % (number, b"x" * 991) for number in range(int(size) // 1_000)]
        self.send(200, b"", *lines)

    def answer_bytes(self, _, __):
        self.send(
            200, b"", b"X-Latin: caf\xe9", b"X-UTF8: caf\xc3\xa9", b"X-Escape: \x1b[31m", b"X-Folded: one\r\n two",
            b"X-Twice: 1", b"x-twice: 2", b"X-Empty:")

    def answer_issuer(self, kind, request):
        """The issuer http://HOST/issuer/KIND: its document and its key set, as the kind says."""
        host = next(bytes.fromhex(value).decode() for name, value in request["headers"] if name.lower() == "host")
        issuer = f"http://{host}/issuer/{kind}"
        keys_asked = request["target"].endswith("/jwks.json")
        if kind == ("moved-keys" if keys_asked else "moved"):
            # Of plain http, curl follows to https alone, where nobody listens.
            return self.send(302, b"", f"Location: https://{host}/elsewhere".encode())
        if keys_asked:
            if kind == "login-for-keys":
                return self.send(200, b"<!doctype html><title>Sign in</title>")
            return self.send(200, json.dumps({"keys": self.keys(kind)}).encode())
        document = {"issuer": issuer, "jwks_uri": f"{issuer}/jwks.json"}
        if kind == "login":
            return self.send(200, b"<!doctype html><title>Sign in</title>")
        if kind == "missing":
            return self.send(404, b"This Convex deployment does not have HTTP actions enabled.")
        if kind == "slash":
            document["issuer"] += "/"
        if kind == "foreign":
            document["jwks_uri"] = f"{issuer}/jwks.json".replace("127.0.0.1", "localhost")
        if kind == "lost-keys":
            document["jwks_uri"] = f"http://{host}/status/404"
        self.send(200, json.dumps(document).encode())

    def keys(self, kind):
        """The key of RFC 7515 A.2, beside one that is not read here."""
        path = pathlib.Path(__file__).parents[2] / "Fixtures/keys/rfc7515-a2.jwk.json"
        key = json.loads(path.read_text())
        public = {name: key[name] for name in ["kty", "n", "e"]}
        return [
            {"kty": "EC", "crv": "P-256", "kid": "ec", "x": "AA", "y": "AA"},
            public | {"kid": "a2"} | ({"d": "AA"} if kind == "private" else {}),
        ]

    def answer_interim(self, _, __):
        self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n")
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\nX-Late: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            b"4\r\nbody\r\n0\r\nX-Trailer: 1\r\n\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


def main():
    # The tests run on threads that hold signals back, which a child inherits.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.alarm(120)
    with Server(("127.0.0.1", 0), Handler) as server:
        if sys.argv[1:2] == ["--tls"]:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[2])
            # The handshake is left to the thread of the connection: one that fails must not end the server.
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        print(server.server_address[1], flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        stopped.set()
        print(json.dumps(requests), flush=True)


main()
