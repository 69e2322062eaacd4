// panva's jose, as Debian's node-jose installs it.
import { readFileSync } from "node:fs";
import { answer, work } from "./worker.mjs";

const folder = "/usr/share/nodejs/jose";
const jose = await import(`file://${folder}/dist/node/esm/index.js`);
const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));

const keys = jose.createLocalJWKSet(work.jwks);
const privateKeys = await Promise.all(work.privatePEMs.map((pem) => jose.importPKCS8(pem, "RS256")));
const expected = { issuer: work.issuer, audience: work.audience, algorithms: ["RS256"] };

await answer(import.meta.url, `jose ${version}, Node ${process.versions.node}`, {
  atOnce: 16,
  async accepts(token) {
    try {
      await jose.jwtVerify(token, keys, expected);
      return true;
    } catch (error) {
      if (error instanceof jose.errors.JOSEError) return false;
      throw error;
    }
  },
  sign: (payload, index) =>
    new jose.SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: work.kids[index % 4] }).sign(privateKeys[index % 4]),
  loadJWK: (text) => jose.importJWK(JSON.parse(text), "RS256"),
  loadPublicPEM: (pem) => jose.importSPKI(pem, "RS256"),
  loadPrivatePEM: (pem) => jose.importPKCS8(pem, "RS256"),
});
