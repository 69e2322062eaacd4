"""PyJWT with a set of keys. Each check is [token, set, seconds since 1970]."""

import datetime
import json
import sys

import jwt
import jwt.api_jwt

batch = json.load(sys.stdin)
sets = [jwt.PyJWKSet.from_json(text) for text in batch["sets"]]
now = 0


class Clock(datetime.datetime):
    """What PyJWT takes for the time."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now, tz)


jwt.api_jwt.datetime = Clock
refusals = []
for index, (token, key_set, time) in enumerate(batch["checks"]):
    now = time
    text = batch["tokens"][token]
    try:
        jwt.decode(text, sets[key_set][jwt.get_unverified_header(text)["kid"]], algorithms=["RS256"])
    except (KeyError, jwt.InvalidTokenError):
        refusals.append(index)
json.dump(refusals, sys.stdout)
