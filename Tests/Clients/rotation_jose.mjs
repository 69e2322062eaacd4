// panva's jose with its local JWKS: rotation_jose.mjs. Each check is [token, set, seconds since 1970].
import { readFileSync } from "node:fs";

const jose = await import("file:///usr/share/nodejs/jose/dist/node/esm/index.js");

const batch = JSON.parse(readFileSync(0, "utf8"));
const sets = batch.sets.map((set) => jose.createLocalJWKSet(JSON.parse(set)));
const refusals = [];
for (const [index, [token, set, time]] of batch.checks.entries()) {
  try {
    await jose.jwtVerify(batch.tokens[token], sets[set], { algorithms: ["RS256"], currentDate: new Date(time * 1000) });
  } catch {
    refusals.push(index);
  }
}
console.log(JSON.stringify(refusals));
