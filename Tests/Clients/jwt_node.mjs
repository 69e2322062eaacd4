// Node's crypto, which knows signatures and nothing of JWTs.
import { readFileSync } from "node:fs";
import { sign, verify } from "node:crypto";

const HASHES = { RS256: "sha256", RS384: "sha384", RS512: "sha512" };

const encode = (text) => Buffer.from(text).toString("base64url");
const decode = (text) => JSON.parse(Buffer.from(text, "base64url").toString("utf8"));

const batch = JSON.parse(readFileSync(0, "utf8"));
const claims = batch.tokens.map((token) => {
  const [header, payload, signature] = token.split(".");
  const hash = HASHES[decode(header).alg];
  const input = Buffer.from(`${header}.${payload}`);
  return verify(hash, input, batch.publicKey, Buffer.from(signature, "base64url")) ? decode(payload) : null;
});
const tokens = batch.headers.map((header) => {
  const input = `${encode(JSON.stringify(header))}.${encode(batch.claims)}`;
  return `${input}.${sign(HASHES[header.alg], Buffer.from(input), batch.privateKey).toString("base64url")}`;
});
console.log(JSON.stringify({ claims, tokens }));
