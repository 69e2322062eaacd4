// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
]

/// A layer. Its dependencies are all the modules it may import: `Tests/ArchitectureTests` holds it to that.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "authkeys",
    products: [
        .library(name: "AuthKeysJOSE", targets: ["AuthKeysJOSE"]),
        .library(name: "KeyFormats", targets: ["KeyFormats"]),
        .library(name: "KeyRotation", targets: ["KeyRotation"]),
        .library(name: "Diagnosis", targets: ["Diagnosis"]),
        .executable(name: "authkeys", targets: ["authkeys"]),
    ],
    targets: [
        .systemLibrary(name: "CAuthKeysOpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CAuthKeysLinux"),
        layer("Encodings"),
        layer("CryptoOpenSSL", ["CAuthKeysOpenSSL", "Encodings"]),
        layer("KeyFormats", ["CryptoOpenSSL", "Encodings"]),
        layer("KeyStrength", ["KeyFormats", "CryptoOpenSSL", "Encodings"]),
        layer("EnvironmentText", ["Encodings"]),
        layer("HTTPExchange", ["Encodings"]),
        layer("AuthKeysJOSE", ["KeyStrength", "KeyFormats", "HTTPExchange", "Encodings"]),
        layer("Consumers", ["AuthKeysJOSE", "KeyFormats", "CryptoOpenSSL", "HTTPExchange", "Encodings"]),
        layer("KeyRotation", ["Consumers", "AuthKeysJOSE", "KeyFormats", "CryptoOpenSSL", "Encodings"]),
        layer(
            "Diagnosis",
            [
                "Consumers", "AuthKeysJOSE", "KeyStrength", "KeyFormats", "EnvironmentText", "HTTPExchange",
                "Encodings",
            ]),
        layer(
            "Deployment",
            [
                "AuthKeysJOSE", "Consumers", "CryptoOpenSSL", "Encodings", "EnvironmentText", "HTTPExchange",
                "KeyFormats",
            ]),
        layer("HostSystem", ["CAuthKeysLinux", "Encodings", "HTTPExchange"]),
        layer("CommandOptions"),
        layer(
            "AuthKeysCommand",
            [
                "AuthKeysJOSE", "CommandOptions", "Consumers", "CryptoOpenSSL", "Deployment", "Diagnosis", "Encodings",
                "EnvironmentText", "HTTPExchange", "HostSystem", "KeyFormats", "KeyRotation", "KeyStrength",
            ]),
        .executableTarget(name: "authkeys", dependencies: ["AuthKeysCommand"], swiftSettings: strict),

        .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "TestSupport", dependencies: ["CSpawn", "Encodings"], path: "Tests/TestSupport", swiftSettings: strict
        ),
        /// Run by tests on a terminal of their own.
        .executableTarget(
            name: "PromptProbe", dependencies: ["Encodings", "HostSystem"], path: "Tests/PromptProbe",
            swiftSettings: strict),
        .target(
            name: "FuzzProperties",
            dependencies: [
                "AuthKeysJOSE", "CommandOptions", "Consumers", "CryptoOpenSSL", "Encodings", "EnvironmentText",
                "KeyFormats", "TestSupport",
            ], path: "Tests/FuzzProperties", swiftSettings: strict),
        tests("FuzzReplayTests", ["FuzzProperties", "TestSupport"]),
        tests("TestSupportTests", ["TestSupport"]),
        tests("ArchitectureTests", ["Encodings", "TestSupport"]),
        tests("TranscriptTests", ["TestSupport"]),
        tests("EncodingsTests", ["Encodings", "TestSupport"]),
        tests("CryptoOpenSSLTests", ["CryptoOpenSSL", "Encodings", "TestSupport"]),
        tests("KeyFormatsTests", ["KeyFormats", "TestSupport"]),
        tests("KeyStrengthTests", ["KeyStrength", "KeyFormats", "CryptoOpenSSL", "Encodings", "TestSupport"]),
        tests("AuthKeysJOSETests", ["AuthKeysJOSE", "HostSystem", "TestSupport"]),
        tests("ConsumersTests", ["Consumers", "AuthKeysJOSE", "TestSupport"]),
        tests(
            "KeyRotationTests",
            ["KeyRotation", "Consumers", "AuthKeysJOSE", "CryptoOpenSSL", "Encodings", "TestSupport"]),
        tests(
            "DiagnosisTests",
            ["Diagnosis", "Consumers", "AuthKeysJOSE", "CryptoOpenSSL", "Encodings", "KeyFormats", "TestSupport"]),
        tests(
            "DeploymentTests",
            [
                "Deployment", "Consumers", "AuthKeysJOSE", "CryptoOpenSSL", "EnvironmentText", "HTTPExchange",
                "Encodings", "TestSupport",
            ]),
        tests(
            "VectorTests",
            [
                "AuthKeysJOSE", "Consumers", "CryptoOpenSSL", "Diagnosis", "Encodings", "KeyFormats", "KeyStrength",
                "TestSupport",
            ]),
        tests("CommandOptionsTests", ["CommandOptions", "TestSupport"]),
        tests("EnvironmentTextTests", ["EnvironmentText", "Encodings", "TestSupport"]),
        tests("HTTPExchangeTests", ["HTTPExchange", "Encodings", "TestSupport"]),
        tests("HostSystemTests", ["HostSystem", "HTTPExchange", "Encodings", "TestSupport"]),
        tests(
            "AuthKeysCommandTests",
            [
                "AuthKeysCommand", "AuthKeysJOSE", "CommandOptions", "Consumers", "CryptoOpenSSL", "Diagnosis",
                "Encodings", "HTTPExchange", "HostSystem", "TestSupport",
            ]
        ),
        tests(
            "InteroperabilityTests",
            ["AuthKeysJOSE", "Consumers", "Diagnosis", "Encodings", "KeyRotation", "TestSupport"]),
    ]
)

// Only .ci/fuzz sets it: libFuzzer is linked by flags of the command line.
if Context.environment["AUTHKEYS_FUZZ"] != nil {
    package.targets += [
        .systemLibrary(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["CLibFuzzer", "FuzzProperties"], path: "Tests/Fuzz", swiftSettings: strict),
    ]
}
