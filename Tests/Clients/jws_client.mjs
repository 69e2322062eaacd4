// Answers one batch: the keys, tokens and JWK sets on standard input, as JSON, with what this client makes of them.
//
// A client is { readPrivateKey(pem), readPublicKey(pem), readKeySet(json), sign(payload, header, key),
// verify(token, keySet), thumbprint(key), thumbprintOfJWK(jwk) }; verify gives the payload, or throws.
import { readFileSync } from "node:fs";

export async function answer(client) {
  const batch = JSON.parse(readFileSync(0, "utf8"));
  const keys = [];
  for (const key of batch.keys) {
    const privateKeys = [];
    for (const text of key.privateKeys) privateKeys.push(await client.readPrivateKey(text));
    const keySet = await client.readKeySet(key.jwks);
    const made = { privateKeys: [], tokens: [], payloads: [] };
    for (const read of privateKeys) made.privateKeys.push(await client.thumbprint(read));
    made.publicKey = await client.thumbprint(await client.readPublicKey(key.publicKey));
    made.jwk = await client.thumbprintOfJWK(JSON.parse(key.jwks).keys[0]);
    for (const header of key.headers) made.tokens.push(await client.sign(key.payload, header, privateKeys[0]));
    for (const token of key.tokens) {
      made.payloads.push(await client.verify(token, keySet).catch(() => null));
    }
    keys.push(made);
  }
  console.log(JSON.stringify({ keys, example: await client.thumbprintOfJWK(batch.example) }));
}

export const utf8 = (text) => new TextEncoder().encode(text);
export const text = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
