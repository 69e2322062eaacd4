"""What convex-backend 94a42c3 does with tokens of Convex Auth, as far as a rotation is about it.

Its clock is the caller's: `advance` lets it run, and nothing here sleeps or looks at another. Keys are used with Python's
integers, so that this shares no code with what it tests.
"""

import base64
import hashlib
import json

FRESH_SECONDS = 15  # max-age of Convex Auth's routes
PREFIX = bytes.fromhex("3031300d060960864801650304020105000420")  # RFC 8017 §9.2, SHA-256
CATCH_ALL = "Could not verify OIDC token claim. Check that the token signature is valid and the token hasn't expired."


class Refusal(Exception):
    def __init__(self, status, code, message):
        self.status, self.code, self.message = status, code, message


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def padded(message, size):
    digest = PREFIX + hashlib.sha256(message).digest()
    return b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest


class PrivateKey:
    """As jose's importPKCS8 reads it."""

    def __init__(self, text):
        start, end = "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"
        if not text.startswith(start):
            raise ValueError('"pkcs8" must be PKCS#8 formatted string')
        der = base64.b64decode("".join(text.replace(start, "").replace(end, "").split()), validate=True)
        _, algorithm, key = self.elements(self.content(der))
        assert algorithm[0] == 0x30 and key[0] == 0x04
        numbers = [int.from_bytes(self.content(number)) for number in self.elements(self.content(self.content(key)))]
        _, self.n, self.e, _, self.p, self.q, self.dp, self.dq, self.qi = numbers

    @staticmethod
    def header(der):
        length, start = der[1], 2
        if length & 0x80:
            start += length & 0x7F
            length = int.from_bytes(der[2:start])
        return start, start + length

    @classmethod
    def content(cls, der):
        start, end = cls.header(der)
        return der[start:end]

    @classmethod
    def elements(cls, der):
        found = []
        while der:
            _, end = cls.header(der)
            found.append(der[:end])
            der = der[end:]
        return found

    def sign(self, message):
        size = (self.n.bit_length() + 7) // 8
        number = int.from_bytes(padded(message, size))
        first, second = pow(number, self.dp, self.p), pow(number, self.dq, self.q)
        return (second + (first - second) * self.qi % self.p * self.q).to_bytes(size)

    def token(self, claims):
        signed = encode(b'{"alg":"RS256"}') + "." + encode(json.dumps(claims).encode())
        return f"{signed}.{encode(self.sign(signed.encode()))}"


class Backend:
    def __init__(self, variables, site="http://127.0.0.1:3211", now=None):
        self.variables, self.site, self.now = variables, site, now
        self.clock = 0.0
        self.cache = {}  # name: (body, when)
        self.is_deaf = False  # whether every revalidation fails
        self.has_provider = self.has_routes = True
        self.issued = 0
        self.refused_at = []

    # The site, which Convex Auth serves from the deployment's variables.

    def serve(self, name):
        if not self.has_routes:
            return 404, "This Convex deployment does not have HTTP actions enabled."
        if name == "openid-configuration":
            document = {"issuer": self.site, "jwks_uri": f"{self.site}/.well-known/jwks.json"}
            return 200, json.dumps(document | {"authorization_endpoint": f"{self.site}/oauth/authorize"})
        if "JWKS" not in self.variables:
            return 500, '{"code":"[Request ID: 1] Server Error: Uncaught Error: Missing environment variable `JWKS`"}'
        return 200, self.variables["JWKS"]

    def fetch(self, name):
        """The http cache: fresh for max-age, and stale for as long as revalidating fails."""
        body, when = self.cache.get(name, (None, 0))
        if body is not None and self.clock - when < FRESH_SECONDS:
            return body
        status, new = (503, "") if self.is_deaf else self.serve(name)
        if status == 200:
            self.cache[name] = (new, self.clock)
            return new
        if body is None:
            raise Refusal(503, "AuthProviderDiscoveryFailed", f"Auth provider discovery of {self.site} failed: {status}")
        return body

    # `validate_id_token`, the OIDC path.

    def authenticate(self, token):
        try:
            header, payload, signature = token.split(".")
            claims, head = json.loads(decode(payload)), json.loads(decode(header))
        except ValueError:
            raise Refusal(401, "InvalidAuthHeader", "Could not parse JWT payload.") from None
        if claims.get("iss") != self.site or claims.get("aud") != "convex" or not self.has_provider:
            raise Refusal(401, "NoAuthProvider", "No auth provider found matching the given token.")
        discovery = f"Auth provider discovery of {self.site} failed"
        if json.loads(self.fetch("openid-configuration"))["issuer"] != claims["iss"]:
            raise Refusal(400, "AuthProviderDiscoveryFailed", discovery)
        try:
            keys = json.loads(self.fetch("jwks.json"))["keys"]
        except (ValueError, KeyError):
            raise Refusal(400, "AuthProviderDiscoveryFailed", discovery) from None
        if not {"sub", "iat", "exp"} <= claims.keys():
            raise Refusal(401, "InvalidAuthHeader", "Could not parse as OIDC ID token.")
        eligible = [key for key in keys if key.get("kty") == "RSA" and head.get("kid", key.get("kid")) == key.get("kid")]
        is_expired = self.now is not None and self.now + self.clock >= claims["exp"]
        if len(eligible) != 1 or is_expired or head["alg"] != "RS256":
            raise Refusal(401, "Unauthenticated", CATCH_ALL)
        n, e = (int.from_bytes(decode(eligible[0][name])) for name in "ne")
        size = (n.bit_length() + 7) // 8
        signed = f"{header}.{payload}".encode()
        if pow(int.from_bytes(decode(signature)), e, n) != int.from_bytes(padded(signed, size)):
            raise Refusal(401, "Unauthenticated", CATCH_ALL)

    def query(self, authorization, body):
        """`POST /api/query`: authenticates, and looks for the function then."""
        kind, _, token = authorization.partition(" ")
        if kind != "Bearer":
            raise Refusal(401, "InvalidAuthHeader", "Invalid authorization header")
        self.authenticate(token)
        return {
            "status": "error",
            "errorMessage": f"[Request ID: 1] Server Error\nCould not find public function for '{body['path']}'. "
                            "Did you forget to run `npx convex dev` or `npx convex deploy`?\n"}

    # A user who gets a fresh token and presents it, all the time.

    def observe(self):
        try:
            now = int((self.now or 0) + self.clock)
            key = PrivateKey(self.variables["JWT_PRIVATE_KEY"])
            self.issued += 1
            self.authenticate(key.token({"sub": "user|session", "iat": now, "iss": self.site, "aud": "convex",
                                         "exp": now + 3600}))
        except (Refusal, KeyError, ValueError):
            self.refused_at.append(self.clock)

    def advance(self, seconds, step, is_observed):
        end = self.clock + seconds
        while self.clock < end:
            self.clock = min(end, self.clock + step)
            if is_observed:
                self.observe()
