// What the Node programs share: the work of Programs/race.c, and answering its orders.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

const keyCount = 4;

const folder = isMainThread ? process.argv.at(-1) : workerData.folder;
const text = (name) => readFileSync(`${folder}/${name}`, "utf8");
const lines = (name) => text(name).split("\n").filter((line) => line !== "");
const numbered = (prefix, suffix) => Array.from({ length: keyCount }, (_, key) => text(`${prefix}-${key}.${suffix}`));

export const work = {
  tokens: lines("tokens"),
  payloads: lines("payloads").map((line) => JSON.parse(line)),
  kids: lines("kids"),
  issuer: lines("expected")[0],
  audience: lines("expected")[1],
  jwks: JSON.parse(text("jwks.json")),
  jwkTexts: numbered("jwk", "json"),
  publicPEMs: numbered("public", "pem"),
  privatePEMs: numbered("private", "pem"),
};

/**
 * `atOnce` calls are under way at a time, for libraries whose calls are promises; 1 for others, which are not awaited.
 * Each thread has a whole Node of its own, as worker threads are.
 */
export async function answer(file, version, { atOnce, accepts, sign, loadJWK, loadPublicPEM, loadPrivatePEM }) {
  const operations = {
    verify: { of: work.tokens, run: accepts },
    sign: { of: work.payloads, run: sign },
    "load-jwk": { of: work.jwkTexts, run: loadJWK },
    "load-public-pem": { of: work.publicPEMs, run: loadPublicPEM },
    "load-private-pem": { of: work.privatePEMs, run: loadPrivatePEM },
  };

  function runNow({ of, run }, first, end) {
    let succeeded = 0;
    for (let index = first; index < end; index++) {
      if (run(of[index % of.length], index % of.length)) succeeded++;
    }
    return succeeded;
  }

  async function runAwaiting({ of, run }, first, end) {
    let succeeded = 0;
    for (let index = first; index < end; index += atOnce) {
      const calls = [];
      for (let each = index; each < Math.min(index + atOnce, end); each++) {
        calls.push(run(of[each % of.length], each % of.length));
      }
      for (const result of await Promise.all(calls)) if (result) succeeded++;
    }
    return succeeded;
  }

  const run = atOnce === 1 ? runNow : runAwaiting;

  if (!isMainThread) {
    parentPort.on("message", async ({ name, first, end }) => {
      parentPort.postMessage(await run(operations[name], first, end));
    });
    return;
  }

  const second = new Worker(new URL(file), { workerData: { folder } });
  await new Promise((resolve) => second.once("online", resolve));
  console.log(`ready ${version}`);
  for await (const line of createInterface({ input: process.stdin })) {
    const [name, argument, count] = line.split(" ");
    if (name === "accepts") {
      console.log((await accepts(argument)) ? 1 : 0);
    } else if (name === "signed") {
      console.log(await sign(work.payloads[Number(argument)], Number(argument)));
    } else if (name in operations && argument === "1") {
      console.log(await run(operations[name], 0, Number(count)));
    } else if (name in operations) {
      const half = Math.floor(Number(count) / 2);
      const other = new Promise((resolve) => second.once("message", resolve));
      second.postMessage({ name, first: half, end: Number(count) });
      const own = await run(operations[name], 0, half);
      console.log(own + (await other));
    } else {
      console.log("unknown");
    }
  }
  await second.terminate();
}
