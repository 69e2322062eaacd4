internal import Glibc

/// One run of curl: feeds it, counts what it sends back, and ends it where that is too much or too late.
struct CurlProcess {
    enum Ending: Sendable, Hashable {
        case byItself(SpawnedChild.Ending)
        case tooLate
        case tooLarge(Part)
    }

    enum Part: Sendable, Hashable {
        case body, headers
    }

    struct Outcome: Sendable {
        let ending: Ending
        let headers: [UInt8]
        let body: [UInt8]
        /// What curl wrote to standard error, as far as anybody would read it.
        let messages: [UInt8]
    }

    /// An absolute path.
    let executable: String
    /// `NAME=value`.
    let environment: [String]
    let headerLimit: Int
    let bodyLimit: Int
    let deadline: ContinuousClock.Instant

    /// - Parameter body: nil where the request has none.
    func run(_ configuration: String, body: [UInt8]?) throws(SystemError) -> Outcome {
        let input = try OpenDescriptor.pipe()
        let output = try OpenDescriptor.pipe()
        let messages = try OpenDescriptor.pipe()
        let headers = try OpenDescriptor.pipe()
        let upload = try body.map { _ throws(SystemError) in try OpenDescriptor.pipe() }
        // curl opens the last two by name: without /proc it would say nothing and send an empty body.
        for end in [headers.writing, upload?.reading].compactMap(\.self) {
            guard unsafe access("/dev/fd/\(end.number)", F_OK) == 0 else { throw SystemError(errno) }
        }
        let child = try SpawnedChild(
            executable, arguments: ["curl", "-q", "--config", "-"], environment: environment,
            descriptors: [
                (input.reading, STDIN_FILENO), (output.writing, STDOUT_FILENO), (messages.writing, STDERR_FILENO),
                (headers.writing, CurlConfiguration.headerDescriptor),
            ] + (upload.map { [($0.reading, CurlConfiguration.bodyDescriptor)] } ?? []))
        for end in [output.writing, messages.writing, headers.writing] { end.close() }

        // The reading ends of what curl is fed stay open here, so that a curl which ends early raises no SIGPIPE.
        let transfer = PipeTransfer(
            inputs: [(input.writing, Array(configuration.utf8))]
                + (upload.map { [($0.writing, body ?? [])] } ?? []),
            outputs: [output.reading, headers.reading, messages.reading],
            limits: [bodyLimit, headerLimit, .max], kept: [bodyLimit, headerLimit, 4_096])
        let result = transfer.run(until: deadline)
        let ending: Ending =
            switch result {
            case .complete: child.wait(until: deadline).map(Ending.byItself) ?? .tooLate
            case .deadlinePassed: .tooLate
            case .limitPassed(let output): .tooLarge(output == 0 ? .body : .headers)
            }
        if case .byItself = ending {} else { child.end() }
        input.reading.close()
        upload?.reading.close()
        return Outcome(
            ending: ending, headers: transfer.collected[1], body: transfer.collected[0],
            messages: transfer.collected[2])
    }
}
