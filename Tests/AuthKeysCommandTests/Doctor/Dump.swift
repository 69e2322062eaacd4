import Encodings
import Foundation
import TestSupport
import Testing
@Suite struct DumpSituations {
    @Test func dump() throws {
        var out = ""
        for s in Situation.all {
            try withTemporaryFolder { folder in
                do {
                    let f = try s.run(in: folder)
                    out += "\(s.name)\t\(f.status)\t\(f.findings.joined(separator: "|"))\t\(f.run.error.split(separator: "\n").first ?? "")\n"
                } catch { out += "\(s.name)\tERR\t\(error)\t\n" }
            }
        }
        try out.write(toFile: "/tmp/doctor/actual.tsv", atomically: true, encoding: .utf8)
    }
}
