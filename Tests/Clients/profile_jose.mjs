// What panva's jose answers to each token and private key on standard input: profile_jose.mjs PATH-OF-INDEX
// Standard input: { tokens: [{ token, jwks, iss, aud, at }], keys: [base64 of the text] }; the answers are "accepted" or the
// code and message of the error.
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto; // the browser build looks for it there
const jose = await import(`file://${process.argv[2]}`);

const answer = (work) =>
  work().then(() => "accepted", (e) => `${typeof e.code === "string" ? e.code : e.name}: ${e.message}`);

const batch = JSON.parse(readFileSync(0, "utf8"));
const tokens = [];
for (const { token, jwks, iss, aud, at } of batch.tokens) {
  tokens.push(
    await answer(async () => {
      const options = { algorithms: ["RS256"], issuer: iss, audience: aud, currentDate: new Date(at * 1000) };
      await jose.jwtVerify(token, jose.createLocalJWKSet(jwks), options);
    }),
  );
}
const keys = [];
for (const key of batch.keys) {
  // An environment variable is text: what is not UTF-8 in it is replaced before jose sees it.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.from(key, "base64"));
  keys.push(
    await answer(async () => {
      const read = await jose.importPKCS8(text, "RS256");
      await new jose.SignJWT({}).setProtectedHeader({ alg: "RS256" }).sign(read);
    }),
  );
}
console.log(JSON.stringify({ tokens, keys }));
