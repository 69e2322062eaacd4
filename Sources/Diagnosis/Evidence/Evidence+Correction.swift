internal import Consumers
internal import Encodings
internal import KeyFormats

extension Evidence {
    /// What writes the values of this environment as they should be: a command that can be run as it stands. `nil` where
    /// nothing can be made of the private key, or no option names a value again.
    var correction: Finding.Fix? {
        guard let privateKey, privateKey.publicKey != nil else { return nil }
        guard !isKeyToBeReplaced else { return .command("authkeys generate") }
        return commandOfCorrection.map { .command($0) }
    }

    /// What writes the private key in PKCS#8, beside the file it is in.
    var conversion: Finding.Fix {
        let isReadable = privateKey?.text.anomalies.allSatisfy { $0.severity == .harmless } ?? false
        guard let place = privateKey?.place, let source = place.nameableSource, isReadable else {
            return correction ?? .edit("authkeys key convert SOURCE --to pkcs8 --out jwt_private_key.pem writes it so")
        }
        let name = Self.name("jwt_private_key.pem", orWhereTaken: "jwt_private_key.pkcs8.pem", by: place.path)
        return .command("authkeys key convert \(source) --to pkcs8 --out \(name)")
    }

    /// A name for a file to make: what was given is not written over, as it may be the only copy.
    static func name(_ usual: String, orWhereTaken other: String, by path: String?) -> String {
        let last = path?.utf8.split(separator: UInt8(ascii: "/")).last
        return last?.elementsEqual(usual.utf8) ?? false ? other : usual
    }

    /// Whether the private key was published, is weak or damaged: no other form of it is worth writing.
    var isKeyToBeReplaced: Bool {
        let rules: [any Rule] = [
            DisagreeingKey(), PrivateKeySize(), WeakPrivateKey(), PrivateMember(), FileInGit(),
        ]
        return rules.contains { $0.findings(in: self).contains(where: \.replacesKey) }
    }

    /// `authkeys doctor … --fix fixed.env`, with what these values were given by.
    private var commandOfCorrection: String? {
        var words = ["authkeys doctor"]
        if let file = environmentFile {
            guard let path = try? Escaper.shellWord(file.path) else { return nil }
            words.append("--env-file \(path)")
        }
        for place in [privateKey?.place, keySet?.place].compactMap({ $0 }) {
            guard let option = place.option else { return nil }
            if !option.isEmpty, !words.contains(where: { $0.utf8.elementsEqual(option.utf8) }) { words.append(option) }
        }
        let isUsual = profile.name.utf8.elementsEqual(Profile.convexAuth.name.utf8)
        if !isUsual { words.append("--profile \(profile.name)") }
        let name = Self.name("fixed.env", orWhereTaken: "fixed-2.env", by: environmentFile?.path)
        return (words + ["--fix \(name)"]).joined(separator: " ")
    }
}

extension Finding {
    /// Whether the key that it is about must not stay: written down again it would be no better.
    package var replacesKey: Bool {
        let codes = [
            DisagreementCode.product.code, FileCode.inGit.code, JOSECode.privateMember.code, KeyCode.disagreement.code,
            KeyCode.size.code, KeyCode.weak.code,
        ]
        return severity == .error && codes.contains(code)
    }
}

extension ValuePlace {
    /// The option of `doctor` that gives the value again, empty where none is needed; `nil` where there is none.
    fileprivate var option: String? {
        switch holder {
        case .environment, .environmentFile: ""
        case .source(_, let path): path.flatMap { try? Escaper.shellWord($0) }.map { "\(name) \($0)" }
        case .deployment, .argument: nil
        }
    }
}
