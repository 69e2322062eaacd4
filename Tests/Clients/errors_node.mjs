// The texts of Node's crypto and WebCrypto for every case, as JSON.
import { readFileSync } from "node:fs";
import { createPrivateKey, createPublicKey, sign, verify, webcrypto } from "node:crypto";

const { privateKey, publicKey, encryptedKey } = JSON.parse(readFileSync(0, "utf8"));
const body = privateKey.split("\n").slice(1, -2).join("");
const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

const cases = {
  noStart: () => createPrivateKey(body),
  escaped: () => createPrivateKey(privateKey.replace(/\n/g, "\\n")),
  oneLine: () => createPrivateKey(privateKey.replace(/\n/g, " ")),
  empty: () => createPublicKey(""),
  cut: () => createPrivateKey(privateKey.slice(0, 600)),
  damaged: () => createPrivateKey(privateKey.replace("M", "*")),
  wrongLabel: () => createPrivateKey(publicKey.replaceAll("PUBLIC", "PRIVATE")),
  passphrase: () => createPrivateKey(encryptedKey),
  wrongPassphrase: () => createPrivateKey({ key: encryptedKey, passphrase: "other" }),
  kind: () => sign("sha256", Buffer.from("a"), createPublicKey(publicKey)),
  notAKey: () => verify("sha256", Buffer.from("a"), { a: 1 }, Buffer.from("a")),
  jwk: () => createPublicKey({ key: { kty: "RSA", n: "AQAB" }, format: "jwk" }),
  webCrypto: () => webcrypto.subtle.importKey("pkcs8", Buffer.from("AAAA", "base64"), rsa, false, ["sign"]),
};
const texts = {};
for (const [name, run] of Object.entries(cases)) {
  texts[name] = await Promise.resolve()
    .then(run)
    .then(() => "accepted", (error) => `${error.name} [${error.code}]: ${error.message}`);
}
console.log(JSON.stringify(texts));
