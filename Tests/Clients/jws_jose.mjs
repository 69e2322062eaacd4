// panva's jose, as Debian's node-jose installs it: jws_jose.mjs node/esm | browser
import { webcrypto } from "node:crypto";
import { answer, text, utf8 } from "./jws_client.mjs";

globalThis.crypto ??= webcrypto; // the browser build looks for it there
const jose = await import(`file:///usr/share/nodejs/jose/dist/${process.argv[2]}/index.js`);

await answer({
  readPrivateKey: (pem) => jose.importPKCS8(pem, "RS256", { extractable: true }),
  readPublicKey: (pem) => jose.importSPKI(pem, "RS256", { extractable: true }),
  readKeySet: (json) => jose.createLocalJWKSet(JSON.parse(json)),
  sign: (payload, header, key) => new jose.CompactSign(utf8(payload)).setProtectedHeader(header).sign(key),
  async verify(token, keySet) {
    return text((await jose.compactVerify(token, keySet, { algorithms: ["RS256"] })).payload);
  },
  thumbprint: async (key) => jose.calculateJwkThumbprint(await jose.exportJWK(key)),
  thumbprintOfJWK: (jwk) => jose.calculateJwkThumbprint(jwk),
});
