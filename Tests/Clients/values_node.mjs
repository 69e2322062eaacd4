// values_node.mjs READER FILE...: what a reader in Node finds in each file, as NAME=VALUE, each ended by NUL, and one NUL more.
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

// The npm package dotenv 16, lib/main.js: LINE and parse().
const LINE = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?(?:$|$)/mg;

function npmDotenv(text) {
  const values = {};
  for (const [, name, raw] of text.replace(/\r\n?/mg, "\n").matchAll(LINE)) {
    const trimmed = (raw ?? "").trim();
    const value = trimmed.replace(/^(['"`])([\s\S]*)\1$/mg, "$2");
    values[name] = trimmed[0] === '"' ? value.replace(/\\n/g, "\n").replace(/\\r/g, "\r") : value;
  }
  return values;
}

// Objects are written out again, without spaces.
function json(text) {
  const { environment, ...members } = JSON.parse(text);
  return { ...members, ...environment, jwks: JSON.stringify(members.jwks) };
}

const [reader, ...files] = process.argv.slice(2);
const read = { parseEnv, npmDotenv, json }[reader];
for (const file of files) {
  for (const [name, value] of Object.entries(read(readFileSync(file, "utf8")))) {
    process.stdout.write(`${name}=${value}\0`);
  }
  process.stdout.write("\0");
}
