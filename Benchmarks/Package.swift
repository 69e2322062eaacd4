// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

let package = Package(
    name: "authkeys-benchmarks",
    dependencies: [.package(name: "authkeys", path: "..")],
    targets: [
        .target(
            name: "RawLibcrypto",
            cSettings: [.unsafeFlags(["-std=c17", "-O2", "-Wall", "-Wextra", "-Werror"])],
            linkerSettings: [.linkedLibrary("crypto")]),
        .executableTarget(
            name: "throughput",
            dependencies: ["RawLibcrypto", .product(name: "AuthKeysJOSE", package: "authkeys")],
            swiftSettings: strict),
        .executableTarget(name: "report", swiftSettings: strict),
    ]
)
