// Answers one batch: the written keys on standard input, as JSON, with what this client makes of them.
//
// A client is { read(form, bytes, passphrase), thumbprint(key), sign(message, key), verify(signature, message, key) }.
// Its keys are { isPrivate, … }; read throws for a key that the client refuses.
import { readFileSync } from "node:fs";

export async function answer(client) {
  const batch = JSON.parse(readFileSync(0, "utf8"));
  const message = Buffer.from(batch.message);
  const otherMessage = Buffer.from(batch.otherMessage);
  const readings = [];
  for (const { form, bytes, passphrase, ...written } of batch.keys) {
    const signature = Buffer.from(written.signature, "base64url");
    let key;
    try {
      key = await client.read(form, Buffer.from(bytes, "base64"), passphrase);
    } catch (error) {
      readings.push({ refusal: String(error) });
      continue;
    }
    const reading = { thumbprint: await client.thumbprint(key) };
    if (key.isPrivate) {
      reading.signature = Buffer.from(await client.sign(message, key)).toString("base64url");
    } else {
      reading.verifies = await client.verify(signature, message, key);
      reading.verifiesOther = await client.verify(signature, otherMessage, key);
    }
    readings.push(reading);
  }
  console.log(JSON.stringify(readings));
}

// What the reader of an environment variable does before it has PEM.
export function unwrap(form, bytes) {
  const text = bytes.toString("utf8").replace(/\n$/, "");
  if (form === "pkcs8Escaped") return JSON.parse(`"${text}"`);
  if (form === "pkcs8Base64") return Buffer.from(text, "base64").toString("utf8");
  return bytes.toString("utf8");
}

export const isPrivate = (form) => /^(pkcs8|pkcs1(?!Public)|encrypted|privateJWK)/.test(form);

export function jwkOf(form, bytes) {
  const json = JSON.parse(bytes.toString("utf8"));
  return form === "jwks" ? json.keys[0] : json;
}
