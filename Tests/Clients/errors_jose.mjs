// The texts of panva's jose for every case, as JSON: errors_jose.mjs node/esm | browser
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto; // the browser build looks for it there
const jose = await import(`file:///usr/share/nodejs/jose/dist/${process.argv[2]}/index.js`);

const { privateKey, publicKey, strangerKey, issuer, audience, encryptedKey, pkcs1Key, ecKey, shortKey } = JSON.parse(
  readFileSync(0, "utf8"),
);
const now = Math.floor(Date.now() / 1000);
const signing = await jose.importPKCS8(privateKey, "RS256");
const verifying = await jose.importSPKI(publicKey, "RS256", { extractable: true });
const jwk = await jose.exportJWK(verifying);

const sign = (claims, header = {}) =>
  new jose.SignJWT({ iss: issuer, aud: audience, sub: "s", iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: "RS256", ...header })
    .sign(signing);
const verify = async (token, key = verifying, options = {}) =>
  jose.jwtVerify(await token, key, { issuer, audience, algorithms: ["RS256"], ...options });
const secret = (byte) => new Uint8Array(32).fill(byte);
const set = (...keys) => jose.createLocalJWKSet({ keys });

const hmacToken = new jose.SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(secret(1));

const cases = {
  expired: () => verify(sign({ exp: now - 60 })),
  notYetValid: () => verify(sign({ nbf: now + 600 })),
  issuer: () => verify(sign({ iss: "https://other" })),
  audience: () => verify(sign({ aud: "other" })),
  subject: () => verify(sign({}), verifying, { subject: "other" }),
  missingClaim: () => verify(sign({ iss: undefined })),
  claimType: () => verify(sign({ exp: "soon" })),
  type: () => verify(sign({}, { typ: "at+jwt" }), verifying, { typ: "JWT" }),
  tooOld: () => verify(sign({ iat: now - 600 }), verifying, { maxTokenAge: 60 }),
  issuedInFuture: () => verify(sign({ iat: now + 600 }), verifying, { maxTokenAge: 60 }),
  signature: async () => verify(sign({}), await jose.importSPKI(strangerKey, "RS256")),
  algorithm: () => verify(sign({}), verifying, { algorithms: ["RS512"] }),
  malformed: () => verify("abc"),
  malformedHeader: () => verify("YQ.YQ.YQ"),
  noKey: () => verify(sign({}, { kid: "b" }), set({ ...jwk, kid: "a" })),
  manyKeys: () => verify(sign({}), set({ ...jwk, kid: "a" }, { ...jwk, kid: "b" })),
  malformedSet: () => verify(sign({}), jose.createLocalJWKSet({ key: [] })),
  privateText: () => jose.importPKCS8(pkcs1Key, "RS256"),
  encryptedText: () => jose.importPKCS8(encryptedKey, "RS256"),
  publicText: () => jose.importSPKI(privateKey, "RS256"),
  keyType: () => jose.importJWK({ ...jwk, kty: "RSB" }, "RS256"),
  setAlgorithm: () => verify(hmacToken, set({ ...jwk, kid: "a" }), { algorithms: undefined }),
  decryption: async () =>
    jose.jwtDecrypt(
      await new jose.EncryptJWT({}).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(secret(1)),
      secret(2),
    ),
  claims: async () =>
    verify(await new jose.CompactSign(new TextEncoder().encode("[]")).setProtectedHeader({ alg: "RS256" }).sign(signing)),
  shortKey: async () => new jose.SignJWT({}).setProtectedHeader({ alg: "RS256" }).sign(await jose.importPKCS8(shortKey, "RS256")),
};
const texts = {};
for (const [name, run] of Object.entries(cases)) {
  texts[name] = await Promise.resolve()
    .then(run)
    .then(() => "accepted", (error) => `${error.name}: ${error.message}`);
}
console.log(JSON.stringify(texts));
