public import AuthKeysJOSE
internal import Encodings

extension Profile {
    /// Whether this consumer reads that text as the private key it signs with, and signs with it.
    public func accepts(privateKeyText: Span<UInt8>) -> Verdict {
        do throws(Refusal) {
            if let limit = valueLimitInBytes, privateKeyText.count > limit {
                throw Refusal(
                    ConsumerCode.valueTooLarge,
                    valueTooLarge.replacing("{count}", with: "\(privateKeyText.count)")
                        .replacing("{limit}", with: "\(limit)"))
            }
            try keyTextReader.judge(privateKeyText)
        } catch {
            return Verdict { () throws(Refusal) in throw error }
        }
        return Verdict {}
    }

    /// What this consumer answers to a token when the issuer publishes that set.
    ///
    /// - Parameters:
    ///   - token: what it is given, byte for byte: white space or `Bearer ` around a token is part of it.
    ///   - keys: the set as it is published.
    ///   - settings: what the verifier was configured with.
    ///   - time: now, by its clock.
    /// - Returns: the first refusal, as it comes to none of the later checks. Text of the token in it is escaped.
    public func verifies(
        _ token: String, with keys: JWKSetDocument, settings: VerifierSettings, at time: NumericDate
    ) -> Verdict {
        var trial = TokenTrial(token: token, keys: keys, selection: keySelection, settings: settings, time: time)
        return Verdict { () throws(Refusal) in
            for check in tokenChecks { try check.check(&trial) }
        }
    }

    /// The same for a set that may not be one.
    public func verifies(
        _ token: String, withKeySet json: Span<UInt8>, settings: VerifierSettings, at time: NumericDate
    ) -> Verdict {
        do throws(AuthKeysError) {
            return verifies(token, with: try JWKSetDocument(reading: json), settings: settings, at: time)
        } catch {
            let message = settings.filled(malformedKeySet)
            let refusal = Refusal(JOSECode.malformedSet, message, cause: error.message)
            return Verdict { () throws(Refusal) in throw refusal }
        }
    }
}
