// Node's crypto module and JSON.parse, as one writes it without a library.
import { createPrivateKey, createPublicKey, sign as signBytes, verify } from "node:crypto";
import { answer, work } from "./worker.mjs";

const keys = new Map(work.jwks.keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: "jwk" })]));
const privateKeys = work.privatePEMs.map((pem) => createPrivateKey(pem));
const decode = (part) => JSON.parse(Buffer.from(part, "base64url"));
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

await answer(import.meta.url, `Node ${process.versions.node}, OpenSSL ${process.versions.openssl}`, {
  atOnce: 1,
  accepts(token) {
    const parts = token.split(".");
    if (parts.length !== 3) return false;
    const header = decode(parts[0]);
    const key = keys.get(header.kid);
    if (header.alg !== "RS256" || key === undefined) return false;
    const input = Buffer.from(token.slice(0, token.lastIndexOf(".")));
    if (!verify("RSA-SHA256", input, key, Buffer.from(parts[2], "base64url"))) return false;
    const claims = decode(parts[1]);
    const now = Date.now() / 1000;
    return claims.iss === work.issuer && claims.aud === work.audience && claims.nbf <= now && now < claims.exp;
  },
  sign(payload, index) {
    const header = { alg: "RS256", typ: "JWT", kid: work.kids[index % 4] };
    const input = `${encode(header)}.${encode(payload)}`;
    return `${input}.${signBytes("RSA-SHA256", Buffer.from(input), privateKeys[index % 4]).toString("base64url")}`;
  },
  loadJWK: (text) => createPublicKey({ key: JSON.parse(text), format: "jwk" }),
  loadPublicPEM: (pem) => createPublicKey(pem),
  loadPrivatePEM: (pem) => createPrivateKey(pem),
});
