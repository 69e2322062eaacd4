// Node's crypto, which reads every form itself.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { answer, isPrivate, jwkOf, unwrap } from "./keys_client.mjs";

const TYPES = {
  pkcs8DER: "pkcs8", encryptedDER: "pkcs8", pkcs1DER: "pkcs1", spkiDER: "spki", pkcs1PublicDER: "pkcs1",
};

function input(form, bytes, passphrase) {
  if (/JWK|jwks/.test(form)) return { format: "jwk", key: jwkOf(form, bytes) };
  if (form in TYPES) return { format: "der", type: TYPES[form], key: bytes, passphrase };
  return { format: "pem", key: unwrap(form, bytes), passphrase };
}

await answer({
  read(form, bytes, passphrase) {
    const create = isPrivate(form) ? createPrivateKey : createPublicKey;
    const key = create(input(form, bytes, passphrase));
    return { key, isPrivate: key.type === "private" };
  },
  thumbprint({ key }) {
    const { e, kty, n } = key.export({ format: "jwk" });
    return createHash("sha256").update(JSON.stringify({ e, kty, n })).digest("base64url");
  },
  sign: (message, { key }) => sign("sha256", message, key),
  verify: (signature, message, { key }) => verify("sha256", message, key, signature),
});
