// panva's jose, as Debian's node-jose installs it: jwt_jose.mjs node/esm | browser
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto; // the browser build looks for it there
const jose = await import(`file:///usr/share/nodejs/jose/dist/${process.argv[2]}/index.js`);

const batch = JSON.parse(readFileSync(0, "utf8"));
const claims = [];
for (const token of batch.tokens) {
  const algorithms = ["RS256", "RS384", "RS512"];
  const key = await jose.importSPKI(batch.publicKey, jose.decodeProtectedHeader(token).alg);
  const { issuer, audience } = batch;
  claims.push(
    await jose.jwtVerify(token, key, { algorithms, issuer, audience }).then(({ payload }) => payload, () => null),
  );
}
const tokens = [];
for (const header of batch.headers) {
  const key = await jose.importPKCS8(batch.privateKey, header.alg);
  tokens.push(await new jose.SignJWT(JSON.parse(batch.claims)).setProtectedHeader(header).sign(key));
}
console.log(JSON.stringify({ claims, tokens }));
