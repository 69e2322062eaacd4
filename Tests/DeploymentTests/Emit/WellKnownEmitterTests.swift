import AuthKeysJOSE
import Deployment
import Foundation
import TestSupport
import Testing

/// Static discovery, as a JSON reader and nginx's own configuration parser take it.
@Suite struct WellKnownEmitterTests {
    @Test func the_documents_are_for_the_issuer_byte_for_byte() throws {
        var generator = SeededGenerator.printingSeed("well-known")
        let samples = [.plain] + EmitSample.hostile + EmitSample.random(40, &generator)
        let emitted = try samples.map { try WellKnownEmitter($0.key(), issuer: $0.url(), maximumAge: 60).files() }
        let texts = try emitted.map { try $0.text(of: "openid-configuration") }
        let program = """
            const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
            console.log(JSON.stringify(texts.map((text) => [JSON.parse(text).issuer, JSON.parse(text).jwks_uri])));
            """
        let output = try RealClient.node.output(["-e", program], input: JSONEncoder().encode(texts))
        let read = try JSONDecoder().decode([[String]].self, from: output)
        #expect(read.count == samples.count)
        for ((values, files), sample) in zip(zip(read, emitted), samples) {
            #expect(values == [sample.issuer, sample.issuer + "/.well-known/jwks.json"])
            let jwks = Array(try files.text(of: "jwks.json").utf8)
            #expect(try JWKSet(parsing: jwks.span) == sample.key().jwks)
            #expect(!files.contains { $0.isSecret })
        }
    }

    @Test func no_value_reaches_a_configuration() throws {
        let plain = try files(.plain)
        for sample in EmitSample.hostile {
            for name in ["well-known.nginx.conf", "well-known.Caddyfile"] {
                #expect(try files(sample).text(of: name) == plain.text(of: name))
            }
        }
    }

    /// crossplane knows nginx's directives, where they may stand and how many arguments they take.
    @Test func nginx_takes_the_snippet() throws {
        let program = """
            import crossplane, json, os, sys, tempfile
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "nginx.conf")
                open(path, "w").write("events { } http { server { listen 80; " + sys.stdin.read() + " } }")
                read = crossplane.parse(path, strict=True, check_ctx=True, check_args=True)
                if read["errors"]: sys.exit(str(read["errors"]))
                http = next(part for part in read["config"][0]["parsed"] if part["directive"] == "http")
                for location in http["block"][0]["block"][1:]:
                    print(location["directive"], *location["args"])
                    for part in location["block"]: print(" ", part["directive"], *part["args"])
            """
        let output = try RealClient.python.output(
            ["-c", program], input: Data(files(.plain).text(of: "well-known.nginx.conf").utf8))
        let locations = ["openid-configuration", "jwks.json"].map { name in
            """
            location = /.well-known/\(name)
              root /srv/well-known
              try_files /\(name) =404
              types
              default_type application/json
              add_header Cache-Control public, max-age=60
              add_header Access-Control-Allow-Origin * always
              add_header X-Content-Type-Options nosniff always

            """
        }
        #expect(String(decoding: output, as: UTF8.self) == locations.joined())
    }

    private func files(_ sample: EmitSample) throws -> [EmittedFile] {
        try WellKnownEmitter(sample.key(), issuer: sample.url(), maximumAge: 60).files()
    }
}
