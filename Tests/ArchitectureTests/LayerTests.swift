import Foundation
import TestSupport
import Testing

/// The layers of the design. The compiler's own check misses transitive imports, and a manifest can be edited: the
/// table below, the manifest and the `import` lines have to say the same.
@Suite struct LayerTests {
    static let layers: [String: Set<String>] = [
        "CAuthKeysOpenSSL": [],
        "CAuthKeysLinux": [],
        "Encodings": [],
        "CryptoOpenSSL": ["CAuthKeysOpenSSL", "Encodings"],
        "KeyFormats": ["CryptoOpenSSL", "Encodings"],
        "KeyStrength": ["KeyFormats", "CryptoOpenSSL", "Encodings"],
        "EnvironmentText": ["Encodings"],
        "HTTPExchange": ["Encodings"],
        "AuthKeysJOSE": ["KeyStrength", "KeyFormats", "HTTPExchange", "Encodings"],
        "Consumers": ["AuthKeysJOSE", "KeyFormats", "CryptoOpenSSL", "HTTPExchange", "Encodings"],
        "KeyRotation": ["Consumers", "AuthKeysJOSE", "KeyFormats", "CryptoOpenSSL", "Encodings"],
        "Diagnosis": [
            "Consumers", "AuthKeysJOSE", "KeyFormats", "KeyStrength", "EnvironmentText", "HTTPExchange", "Encodings",
        ],
        "Deployment": [
            "AuthKeysJOSE", "Consumers", "CryptoOpenSSL", "Encodings", "EnvironmentText", "HTTPExchange", "KeyFormats",
        ],
        "HostSystem": ["CAuthKeysLinux", "Encodings", "HTTPExchange"],
        "CommandOptions": [],
        "AuthKeysCommand": [
            "AuthKeysJOSE", "CommandOptions", "Consumers", "CryptoOpenSSL", "Deployment", "Diagnosis", "Encodings",
            "EnvironmentText", "HTTPExchange", "HostSystem", "KeyFormats", "KeyRotation", "KeyStrength",
        ],
        "authkeys": ["AuthKeysCommand"],
    ]

    /// Of the standard library; any layer may import them.
    static let standardLibrary: Set<String> = [
        "Swift", "Synchronization", "_Concurrency", "_StringProcessing", "RegexBuilder",
    ]

    /// The operating system and C: each has one importer.
    static let gates = ["HostSystem": "Glibc", "CryptoOpenSSL": "CAuthKeysOpenSSL"]

    @Test func the_manifest_draws_the_edges_of_the_design() throws {
        let described = try PackageDescription.load().layers
        #expect(described == Self.layers)
    }

    @Test func every_folder_of_sources_is_a_layer() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Sources").path)
        #expect(Set(folders) == Set(Self.layers.keys))
    }

    @Test(arguments: layers.keys.sorted())
    func imports_only_what_lies_below(layer: String) throws {
        let allowed = try #require(Self.layers[layer])
            .union(Self.standardLibrary).union(Self.gates[layer].map { [$0] } ?? [])
        for file in Repository.files(below: "Sources/\(layer)", ext: "swift") {
            for line in ImportLine.all(in: try Repository.text(of: file)) where !allowed.contains(line.module) {
                Issue.record("\(file):\(line.number) imports \(line.module); \(layer) may import \(allowed.sorted())")
            }
        }
    }

    @Test func glibc_and_libcrypto_have_one_importer_each() throws {
        var importers: [String: Set<String>] = ["CAuthKeysLinux": [], "CAuthKeysOpenSSL": [], "Glibc": []]
        for file in Repository.files(below: "Sources", ext: "swift") {
            for line in ImportLine.all(in: try Repository.text(of: file)) where importers[line.module] != nil {
                importers[line.module]?.insert(String(file.split(separator: "/")[1]))
            }
        }
        #expect(
            importers == [
                "CAuthKeysLinux": ["HostSystem"], "CAuthKeysOpenSSL": ["CryptoOpenSSL"], "Glibc": ["HostSystem"],
            ])
    }

    @Test(arguments: [
        (text: "import A", modules: ["A"]),
        ("public import A\npackage import B\n  @preconcurrency import C", ["A", "B", "C"]),
        ("@_spi(Name) @testable import A.Inner", ["A"]),
        ("import struct A.Value\nimport func B.call", ["A", "B"]),
        ("internal  import\tA // why", ["A"]),
        ("// import A\n/// import B\nlet important = 1\nimportant()", []),
        ("import enum A.B\nimport `A`", ["A", "A"]),
    ])
    func import_lines_are_found_in_every_spelling(text: String, modules: [String]) {
        #expect(ImportLine.all(in: text).map(\.module) == modules)
    }
}
