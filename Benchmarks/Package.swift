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
        .executableTarget(
            name: "worker", dependencies: [.product(name: "AuthKeysJOSE", package: "authkeys")], swiftSettings: strict),
        .executableTarget(name: "report", swiftSettings: strict),
    ]
)
