internal import Encodings

extension KubernetesEmitter {
    /// A strategic merge patch: what the Deployment has besides stays.
    var patch: String {
        """
        # \(EmittedFile.mayBeCommitted) The key is in \(Self.secretName), which may not.
        # kubectl patch deployment \(name) --patch-file \(Self.patchName)
        spec:
          # Two backends on one volume would damage it.
          strategy:
            type: Recreate
            rollingUpdate: null
          template:
            spec:
              volumes:
                - name: auth-entrypoint
                  configMap:
                    name: \(name)-auth-entrypoint
              containers:
                - name: \(name)
                  workingDir: /convex
                  command: ["/bin/sh", "/usr/local/lib/authkeys/\(DockerEntrypointEmitter.fileName)"]
                  ports:
                    - name: api
                      containerPort: 3210
                    - name: site
                      containerPort: 3211
                  env:
                    # Where the world reaches port 3210 and 3211. The second is the issuer of the tokens, byte for byte, and
                    # the backend itself fetches it from inside the pod.
                    - name: CONVEX_CLOUD_ORIGIN
                      value: \(Escaper.yaml(Self.expanded(cloudOrigin.text)))
                    - name: CONVEX_SITE_ORIGIN
                      value: \(Escaper.yaml(Self.expanded(siteOrigin.text)))
                    # Read by the entrypoint; no function sees them.
                    - name: JWT_PRIVATE_KEY
                      valueFrom:
                        secretKeyRef:
                          name: \(name)-auth-keys
                          key: JWT_PRIVATE_KEY
                    - name: JWKS
                      valueFrom:
                        secretKeyRef:
                          name: \(name)-auth-keys
                          key: JWKS
                  volumeMounts:
                    - name: auth-entrypoint
                      mountPath: /usr/local/lib/authkeys
                      readOnly: true
                  readinessProbe:
                    # Of the probe that was there.
                    httpGet: null
                    tcpSocket: null
                    # Without '&& test …' the pod is ready also when it could not be seeded.
                    exec:
                      command: ["/bin/sh", "-c", "curl -fsS -o /dev/null http://127.0.0.1:3210/version && test -e \(DockerEntrypointEmitter.marker)"]
                    periodSeconds: 5
                    timeoutSeconds: 5

        """
    }

    /// Fails when the discovery document or the set that the issuer serves is not what verifiers need. With node, because
    /// the image has it and no jq.
    var cronJob: String {
        """
        # \(EmittedFile.mayBeCommitted)
        # Looks once a day, from inside the cluster, at what the issuer publishes; a failed job is the alarm.
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: \(name)-auth-check
        spec:
          schedule: "17 6 * * *"
          concurrencyPolicy: Forbid
          jobTemplate:
            spec:
              backoffLimit: 2
              activeDeadlineSeconds: 300
              template:
                spec:
                  restartPolicy: Never
                  automountServiceAccountToken: false
                  containers:
                    - name: check
                      # Pin it to the release that you run.
                      image: "ghcr.io/get-convex/convex-backend:latest"
                      env:
                        - name: ISSUER
                          value: \(Escaper.yaml(Self.expanded(siteOrigin.text)))
                      command:
                        - node
                        - "-e"
                        - |
                          const issuer = process.env.ISSUER;
                          async function get(url) {
                            const answer = await fetch(url, { redirect: "error" });
                            if (!answer.ok) throw new Error(url + " answers with HTTP " + answer.status);
                            return answer.json();
                          }
                          async function check() {
                            const discovery = await get(issuer + "/.well-known/openid-configuration");
                            if (discovery.issuer !== issuer) throw new Error("the issuer is another, byte for byte");
                            if (new URL(discovery.jwks_uri).origin !== new URL(issuer).origin) {
                              throw new Error("the set is at another origin");
                            }
                            const { keys } = await get(discovery.jwks_uri);
                            if (keys.some((key) => "d" in key)) throw new Error("the set publishes a private key");
                            if (!keys.some((key) => key.kty === "RSA")) throw new Error("the set has no RSA key");
                          }
                          check().catch((error) => {
                            console.error(error.message);
                            process.exit(1);
                          });

        """
    }
}
