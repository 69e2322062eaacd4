"""Plays a system of signers, replicas, caches and verifiers, second by second, and says when a valid token is refused.

Reads one JSON object a line and answers each with one: {"refused": {kid: [[from, until], ...]}}. It tries everything that
the policy allows, one after the other, and knows no formula: it is what the simulator is checked against.

  policy  eps, layers (the age of each layer of caches), fetch, stale (null: for as long as fetching fails), replicas (the
          spread), signers (the spread), life, leeway
  outage  how long fetching fails at most; null for as long as it likes
  keys    kid, first (the system began with it), activated, demoted, demotion_seen, published_seen, accepted (null,
          "acknowledged" or the second of a probe), removed: seconds by the clock of the machine that wrote them down
  start, end  the seconds to look at
"""

import json
import sys
from itertools import product


class Replica:
    """Serves the set. Whether the key is in it at a second is all that matters."""

    def __init__(self, shows, hides):
        self.shows, self.hides = shows, hides

    def has_key(self, second):
        if self.hides is not None and second >= self.hides:
            return False
        return self.shows is None or second >= self.shows


class Cache:
    """The layers between a replica and a signature check: one copy of the set that all of them hand on."""

    def __init__(self, layers, stale, has_key, received):
        self.layers, self.stale, self.has_key, self.received = layers, stale, has_key, received

    def serves(self, second, fetching_fails_since):
        """Whether this copy may be in use at a second; after its age only because it cannot be fetched anew."""
        if second < self.received:
            return False
        remaining = second - self.received
        for age in self.layers:
            remaining -= age
            if remaining < 0:
                return True
        if fetching_fails_since is None or fetching_fails_since > second - remaining:
            return False
        return self.stale is None or remaining < self.stale


def offsets(eps):
    return sorted({-eps, 0, eps})


def seconds_without_key(key, policy, outage, start, end):
    """The seconds at which some verifier may use a set that lacks the key."""
    without = set()
    eps, spread, fetch = policy["eps"], policy["replicas"], policy["fetch"]
    stale = policy["stale"]
    if outage is not None:
        stale = outage if stale is None else min(stale, outage)
    first_sample = start - fetch - sum(policy["layers"]) - (stale or 0) - 2
    for seen_offset, removed_offset, lag in product(offsets(eps), offsets(eps), {0, spread}):
        shows = hides = None
        if not key["first"]:
            if key["published_seen"] is None:
                shows = end + 1  # Nobody ever saw it: perhaps it never shows.
            else:
                shows = key["published_seen"] + seen_offset + lag
        if key["removed"] is not None:
            hides = key["removed"] + removed_offset
        replica = Replica(shows, hides)
        everywhere = None if shows is None or key["published_seen"] is None else (
            key["published_seen"] + seen_offset + spread)
        for sampled in range(first_sample, end):
            if replica.has_key(sampled):
                continue
            before = hides is None or sampled < hides
            for taken in {0, fetch}:
                bound = stale
                if stale is None and before and settled(key, eps, everywhere):
                    bound = 0  # A verifier had the key since, and never gets a set from before it again.
                cache = Cache(policy["layers"], bound, False, sampled + taken)
                for second in range(max(start, sampled + taken), end):
                    if second not in without and any(cache.serves(second, since) for since in (None, sampled + taken)):
                        without.add(second)
    return without


def settled(key, eps, everywhere):
    if key["accepted"] is None or everywhere is None:
        return False
    if key["accepted"] == "acknowledged":
        return True
    return all(key["accepted"] + offset >= everywhere for offset in offsets(eps))


def seconds_of_valid_tokens(key, policy, start, end):
    """The seconds at which some verifier takes a token of the key for not expired."""
    valid = set()
    eps = policy["eps"]
    if key["activated"] is None:
        return valid
    for activated_offset, seen_offset, lag in product(offsets(eps), offsets(eps), {0, policy["signers"]}):
        begins = key["activated"] + activated_offset
        if key["demoted"] is None or key["demotion_seen"] is None:
            stops = end
        else:
            stops = key["demotion_seen"] + seen_offset + lag
        for issued, signer, verifier in product(range(begins, stops), offsets(eps), offsets(eps)):
            exp = issued + signer + policy["life"]
            for second in range(max(start, issued), end):
                if second + verifier < exp + policy["leeway"]:
                    valid.add(second)
                else:
                    break
    return valid


def intervals(seconds):
    found = []
    for second in sorted(seconds):
        if found and found[-1][1] == second:
            found[-1][1] = second + 1
        else:
            found.append([second, second + 1])
    return found


def play(case):
    policy, start, end = case["policy"], case["start"], case["end"]
    refused = {}
    for key in case["keys"]:
        valid = seconds_of_valid_tokens(key, policy, start, end)
        without = seconds_without_key(key, policy, case["outage"], start, end) if valid else set()
        refused[key["kid"]] = intervals(valid & without)
    return {"refused": refused}


for line in sys.stdin:
    print(json.dumps(play(json.loads(line))), flush=True)
