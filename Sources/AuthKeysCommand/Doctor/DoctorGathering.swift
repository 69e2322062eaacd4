internal import Consumers
internal import CryptoOpenSSL
internal import Diagnosis
internal import Encodings
internal import KeyFormats

/// Reads what there is to judge, and gives it the form that the rules take.
struct DoctorGathering {
    let options: DoctorOptions
    let context: CommandContext

    /// One for each file of variables, over the environment of the process; the options count before both.
    func evidence() throws(AuthKeysError) -> [Evidence] {
        let own = processVariables()
        let given = try GivenValues(options, context)
        var all: [Evidence] = []
        for path in options.environmentFiles {
            let file = try file(path)
            // What a shell would make of the file takes the place of the environment's too.
            let kept = own.filter { variable in
                !file.unexpanded.contains { $0.name.utf8.elementsEqual(variable.name.utf8) }
            }
            var evidence = evidence(of: Self.overlaid(kept, by: file.variables), given)
            evidence.environmentFile = file
            all.append(evidence)
        }
        if all.isEmpty { all = [evidence(of: own, given)] }
        guard let session = try LiveSession(options: options, context: context, given: all) else { return all }
        let deployment = try session.evidence()
        return all.filter(\.hasValues) + [deployment]
    }

    private func evidence(of variables: [VariableEvidence], _ given: GivenValues) -> Evidence {
        var evidence = Evidence(
            for: given.profile ?? options.profile, at: options.time.date(at: context.now()),
            variables: variables.map(withContents), privateKey: given.key, keySet: given.keySet, token: given.token,
            issuer: options.issuer.map { IssuerEvidence($0, at: ValuePlace(.argument, name: "--issuer")) },
            audience: options.audience)
        evidence.pipeline = Pipeline(context.environment)
        evidence.files = SecretFiles.evidence(Self.secretPaths(evidence))
        return evidence
    }

    /// Each once: the file of a private key, of an admin key or of an instance's secret.
    private static func secretPaths(_ evidence: Evidence) -> [String] {
        let secrets = [WatchedVariable.adminKey, WatchedVariable.instanceSecret].compactMap { evidence.variable($0) }
        let key = evidence.privateKey
        let named = evidence.variable(WatchedVariable.privateKey + WatchedVariable.fileSuffix)
        let isNamed = named.map { $0.place == key?.place } ?? false
        let places = (isNamed ? [] : [key?.text.content.isPrivate ?? false ? key?.place : nil]) + secrets.map(\.place)
        let paths = places.compactMap { $0?.path } + (isNamed ? [named?.text].compactMap { $0 } : [])
        var seen: Set<String> = []
        return paths.filter { seen.insert($0).inserted }
    }

    // MARK: - Variables

    private func processVariables() -> [VariableEvidence] {
        WatchedVariable.all.compactMap { name in
            context.environment[name].map { value in
                VariableEvidence(
                    name: name, value: SecretBytes(copying: value.utf8.span),
                    place: ValuePlace(.environment, name: name)
                )
            }
        }
    }

    private func file(_ path: String) throws(AuthKeysError) -> EnvironmentFileEvidence {
        let text = try context.inputs.read(.file(path), limit: Self.fileLimit)
        return text.withBytes { EnvironmentFileEvidence(reading: $0, path: path) }
    }

    private static func overlaid(
        _ own: [VariableEvidence], by others: [VariableEvidence]
    ) -> [VariableEvidence] {
        own.filter { variable in !others.contains { $0.name.utf8.elementsEqual(variable.name.utf8) } } + others
    }

    /// With the contents of the file that it names, where it is such a variable.
    private func withContents(_ variable: VariableEvidence) -> VariableEvidence {
        let names = WatchedVariable.encodable.map { $0 + WatchedVariable.fileSuffix }
        guard names.contains(where: { $0.utf8.elementsEqual(variable.name.utf8) }), !variable.isEmpty else {
            return variable
        }
        let contents: Result<SecretBytes, AuthKeysError>
        do throws(AuthKeysError) {
            contents = .success(try context.inputs.read(.file(variable.text), limit: KeyText.maximumByteCount))
        } catch { contents = .failure(error) }
        return VariableEvidence(name: variable.name, value: variable.value, place: variable.place, contents: contents)
    }

    private static let fileLimit = 1 << 20
}
