import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// A request that fails, any of them, in every way: the pair works afterwards, or the run says that it does not and the
/// next one mends it.
@Suite struct RotationFaultTests {
    private enum Next: CaseIterable {
        case sameMachine, otherMachine
    }

    /// The requests of a rotation here: the variables, the issuer, a probe of the present key, the new JWKS and reading it
    /// back, four probes of the new key, looking whether somebody else came first, the key and reading it back.
    private static let everyRequest = [
        "GET list_environment_variables", "GET openid-configuration", "POST query",
        "POST update_environment_variables", "GET list_environment_variables", "POST query", "POST query", "POST query",
        "POST query", "GET list_environment_variables", "POST update_environment_variables",
        "GET list_environment_variables",
    ]

    @Test func theRequestsOfARotation() throws {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder, tick: 2)
            #expect(bench.rotate().status == .success)
            let record = try bench.server.stop()
            #expect(record.paths == Self.everyRequest)
            // Two requests that change something, and each changes one half.
            let updates = record.requests.filter { $0.target.hasSuffix("update_environment_variables") }.map(\.body)
            #expect(updates[0].hasPrefix(#"{"changes":[{"name":"JWKS","value":"#) && !updates[0].contains("PRIVATE"))
            #expect(updates[1].hasPrefix(#"{"changes":[{"name":"JWT_PRIVATE_KEY","#) && !updates[1].contains("JWKS"))
            #expect(updates[1].contains("AUTHKEYS_KID") && updates[1].contains("AUTHKEYS_ROTATED_AT"))
        }
    }

    /// - Parameter next: where the run after it runs.
    private func rotate(_ fault: String, then next: Next) throws {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder, tick: 2)
            try bench.server.misbehave(fault)
            let run = bench.rotate(["--yes", "--give-up-after", "5s"])
            let isTorn = ["convex.half-rotated", "convex.unknown-outcome"].contains { run.error.contains("[\($0)]") }
            #expect(!run.error.contains("PRIVATE KEY") && !run.error.contains(DeploymentServer.adminKey))
            try bench.server.misbehave("")
            // What is not torn works: then the next run has nothing to do but to look at the age.
            if next == .otherMachine { try? bench.loseJournal() }
            let after = bench.rotate(["--yes", "--if-older-than", "80d"])
            #expect(after.status == .success, "\(fault): \(run.error) \(after.error)")
            #expect(isTorn || !after.output.contains(": rotated"), "\(fault): \(run.error) \(after.output)")
            let record = try bench.server.stop()
            let kids = try record.workingKids()
            #expect(kids?.count == 1, "\(fault): \(run.error) \(after.error)")
            if run.status == .success { #expect(kids != ["first"]) }
            if run.status != .success, !isTorn { #expect(kids == ["first"]) }
        }
    }

    @Test(arguments: [("500", 1...12), ("drop", 4...12), ("500-after", 4...12), ("drop-after", 4...12)])
    func oneRequestFails(fault: String, numbers: ClosedRange<Int>) throws {
        for number in numbers { try rotate("\(fault)@\(number)", then: .sameMachine) }
    }

    @Test(arguments: [4, 5, 6, 9, 10, 11, 12], ["500", "drop-after"])
    func everyRequestFailsFromThere(number: Int, fault: String) throws {
        for next in Next.allCases { try rotate("\(fault)@\(number)+", then: next) }
    }
}
