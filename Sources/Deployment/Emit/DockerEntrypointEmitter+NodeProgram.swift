extension DockerEntrypointEmitter {
    /// What needs JSON and keys; the image has node and no jq. It holds no single quote, because it stands in some.
    static let nodeProgram = #"""
        const crypto = require("node:crypto");
        const parts = require("node:fs").readFileSync(0, "utf8").split("\u0001");
        const names = ["JWT_PRIVATE_KEY", "JWKS"];
        const limit = 8192;

        function refuse(reason) {
          process.stdout.write(reason);
          process.exit(1);
        }

        function clean(form, text) {
          let value = text;
          if (form.endsWith("_BASE64")) {
            const base64 = text.replace(/\s/g, "");
            if (!/^[A-Za-z0-9+\/]+={0,2}$/.test(base64)) refuse(form + " is not base64");
            value = Buffer.from(base64, "base64").toString("utf8");
          }
          value = value.replace(/^\uFEFF/, "").trim();
          const quoted = /^(["\u0027])([^]*)\1$/.exec(value);
          return quoted ? quoted[2].trim() : value;
        }

        function privateKey(form, text) {
          const pem = clean(form, text).replace(/(\\r)?\\n/g, "\n").trim();
          const block = /^-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+\/=\s]+)-----END \1-----$/.exec(pem);
          if (!block) {
            if (pem.startsWith("LS0tLS")) refuse(form + " is base64 of a PEM; give it as JWT_PRIVATE_KEY_BASE64");
            if (pem.includes("BEGIN ENCRYPTED")) refuse(form + " is an encrypted key; Convex Auth cannot ask for its passphrase");
            if (pem.includes("BEGIN PUBLIC")) refuse(form + " is a public key; the private one is needed");
            if (pem.includes("-----BEGIN") && !pem.includes("-----END")) {
              refuse(form + " is cut off before its END line; an env file keeps the first line of several only");
            }
            refuse(form + " is no PEM of a private key");
          }
          const [, label, body] = block;
          let key;
          try {
            const lines = body.replace(/\s/g, "").replace(/.{64}/g, "$&\n");
            key = crypto.createPrivateKey("-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n");
          } catch {
            refuse(form + " is damaged: between its BEGIN and END lines there is no private key");
          }
          if (key.asymmetricKeyType !== "rsa") refuse(form + " is no RSA key; Convex Auth signs with RS256");
          if (key.asymmetricKeyDetails.modulusLength < 2048) refuse(form + " is shorter than 2048 bits");
          return key;
        }

        function derived(n, e) {
          const members = JSON.stringify({ e, kty: "RSA", n });
          const kid = crypto.createHash("sha256").update(members).digest("base64url");
          return { keys: [{ kty: "RSA", use: "sig", alg: "RS256", kid, n, e }] };
        }

        function given(form, text, n, e) {
          let set;
          try {
            set = JSON.parse(clean(form, text));
          } catch {
            refuse(form + " is not JSON");
          }
          if (!set || !Array.isArray(set.keys)) refuse(form + " is no JWK set: it has no array of keys");
          if (set.keys.some((key) => !key || typeof key !== "object" || "d" in key || "p" in key || "k" in key)) {
            refuse(form + " holds a private key; everybody can read what it is published as");
          }
          if (!set.keys.some((key) => key.n === n && key.e === e)) {
            refuse(form + " does not hold the public half of the private key; leave it out and it is derived");
          }
          return set;
        }

        function prepare([keyForm, keyText, setForm, setText]) {
          const key = privateKey(keyForm, keyText);
          const { n, e } = crypto.createPublicKey(key).export({ format: "jwk" });
          const set = setText === "" ? derived(n, e) : given(setForm, setText, n, e);
          const values = [
            key.export({ type: "pkcs8", format: "pem" }).trimEnd().replace(/\n/g, " "),
            JSON.stringify(set),
          ];
          values.forEach((value, index) => {
            if (Buffer.byteLength(value) > limit) refuse(names[index] + " has more than the 8192 bytes that Convex stores");
          });
          return JSON.stringify({ changes: names.map((name, index) => ({ name, value: values[index] })) });
        }

        function compare([list, body]) {
          const stored = JSON.parse(list).environmentVariables;
          if (!stored || typeof stored !== "object") refuse("");
          const set = names.filter((name) => typeof stored[name] === "string" && stored[name] !== "");
          if (set.length === 0) return "none";
          if (set.length === 1) return set[0];
          if (body === "") return "set";
          return JSON.parse(body).changes.every((change) => stored[change.name] === change.value) ? "same" : "other";
        }

        function request([url, adminKey, body]) {
          const quoted = (text) => "\"" + text.replace(/[\\"]/g, "\\$&") + "\"";
          const ascii = body.replace(/[\u007f-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
          const lines = ["url = " + quoted(url), "header = " + quoted("Authorization: Convex " + adminKey)];
          if (body !== "") lines.push("header = \"Content-Type: application/json\"", "data-binary = " + quoted(ascii));
          return lines.join("\n") + "\n";
        }

        process.stdout.write({ prepare, compare, request }[process.argv[1]](parts));
        """#
}
