// panva's jose, as Debian's node-jose installs it: keys_jose.mjs node/esm | browser
import { webcrypto } from "node:crypto";
import { answer, isPrivate, jwkOf, unwrap } from "./keys_client.mjs";

globalThis.crypto ??= webcrypto; // the browser build looks for it there
const jose = await import(`file:///usr/share/nodejs/jose/dist/${process.argv[2]}/index.js`);

// The messages are signing inputs of RFC 7515 §5.1.
const parts = (message) => message.toString("utf8").split(".");
const base64url = (bytes) => Buffer.from(bytes).toString("base64url");

async function imported(form, bytes) {
  if (form === "jwks") return jose.createLocalJWKSet(JSON.parse(bytes.toString("utf8")));
  if (/JWK/.test(form)) return jose.importJWK({ ...jwkOf(form, bytes), ext: true });
  const read = isPrivate(form) ? jose.importPKCS8 : jose.importSPKI;
  return read(unwrap(form, bytes), "RS256", { extractable: true });
}

await answer({
  read: async (form, bytes) => ({ key: await imported(form, bytes), isPrivate: isPrivate(form), form }),
  async thumbprint({ key, form }) {
    // A set is a function that selects a key by the header of a token.
    const one = form === "jwks" ? await key({ alg: "RS256" }, { payload: "", signature: "" }) : key;
    return jose.calculateJwkThumbprint(await jose.exportJWK(one));
  },
  async sign(message, { key }) {
    const [header, payload] = parts(message).map((part) => Buffer.from(part, "base64url"));
    const token = await new jose.CompactSign(payload).setProtectedHeader(JSON.parse(header)).sign(key);
    return Buffer.from(token.split(".")[2], "base64url");
  },
  verify: (signature, message, { key }) =>
    jose.compactVerify(`${message}.${base64url(signature)}`, key, { algorithms: ["RS256"] }).then(
      () => true, (error) => {
        if (error.code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED") return false;
        throw error;
      }),
});
