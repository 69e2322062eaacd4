#!/bin/sh
# recipe.sh PRIVATE-KEY NODE: what is done by hand after 'openssl genpkey', as blog posts have it: the public key, and the
# JWK set. Nothing is checked, and the private key is not put on one line.
set -e
public=$(openssl pkey -in "$1" -pubout)
printf '%s\n' "$public" | "$2" -e '
const key = require("crypto").createPublicKey(require("fs").readFileSync(0)).export({ format: "jwk" })
console.log(JSON.stringify({ keys: [{ use: "sig", alg: "RS256", kid: "key-1", ...key }] }))'
