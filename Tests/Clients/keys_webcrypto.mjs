// WebCrypto's importKey, with no other reader before it than base64.
import { answer, isPrivate, jwkOf, unwrap } from "./keys_client.mjs";

const RS256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

function derOf(pem) {
  const body = /^-----BEGIN (PRIVATE|PUBLIC) KEY-----(?<body>[^-]*)-----END \1 KEY-----\s*$/.exec(pem).groups.body;
  return Uint8Array.from(atob(body.replace(/\s/g, "")), (character) => character.charCodeAt(0));
}

await answer({
  async read(form, bytes) {
    const isJWK = /JWK|jwks/.test(form);
    const format = isJWK ? "jwk" : isPrivate(form) ? "pkcs8" : "spki";
    const data = isJWK ? jwkOf(form, bytes) : form.endsWith("DER") ? bytes : derOf(unwrap(form, bytes));
    const usage = isPrivate(form) ? "sign" : "verify";
    const key = await crypto.subtle.importKey(format, data, RS256, true, [usage]);
    return { key, isPrivate: key.type === "private" };
  },
  async thumbprint({ key }) {
    const { e, kty, n } = await crypto.subtle.exportKey("jwk", key);
    const members = Buffer.from(JSON.stringify({ e, kty, n }));
    return Buffer.from(await crypto.subtle.digest("SHA-256", members)).toString("base64url");
  },
  sign: (message, { key }) => crypto.subtle.sign(RS256, key, message),
  verify: (signature, message, { key }) => crypto.subtle.verify(RS256, key, signature, message),
});
