// WebCrypto alone, with the gate that stands before it in jose 5.9.6's importPKCS8 (browser build): what a Convex
// function does with JWT_PRIVATE_KEY.
import { answer, text, utf8 } from "./jws_client.mjs";

const RS256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const base64url = (bytes) => Buffer.from(bytes).toString("base64url");
const fromBase64url = (text) => new Uint8Array(Buffer.from(text, "base64url"));

function derOf(pem, label) {
  if (pem.indexOf(`-----BEGIN ${label}-----`) !== 0) throw new TypeError(`not ${label} PEM`);
  const body = pem.replace(new RegExp(`(?:-----(?:BEGIN|END) ${label}-----|\\s)`, "g"), "");
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}

async function thumbprintOfJWK({ e, kty, n }) {
  return base64url(await crypto.subtle.digest("SHA-256", utf8(JSON.stringify({ e, kty, n }))));
}

await answer({
  readPrivateKey: (pem) => crypto.subtle.importKey("pkcs8", derOf(pem, "PRIVATE KEY"), RS256, true, ["sign"]),
  readPublicKey: (pem) => crypto.subtle.importKey("spki", derOf(pem, "PUBLIC KEY"), RS256, true, ["verify"]),
  readKeySet: (json) => crypto.subtle.importKey("jwk", JSON.parse(json).keys[0], RS256, true, ["verify"]),
  async sign(payload, header, key) {
    const input = `${base64url(utf8(JSON.stringify(header)))}.${base64url(utf8(payload))}`;
    return `${input}.${base64url(await crypto.subtle.sign(RS256, key, utf8(input)))}`;
  },
  async verify(token, key) {
    const [header, payload, signature] = token.split(".");
    const input = utf8(`${header}.${payload}`);
    if (!(await crypto.subtle.verify(RS256, key, fromBase64url(signature), input))) throw new Error("refused");
    return text(fromBase64url(payload));
  },
  thumbprint: async (key) => thumbprintOfJWK(await crypto.subtle.exportKey("jwk", key)),
  thumbprintOfJWK,
});
