package import Encodings

/// Every message that is known, and every trouble that one of them is a sign of.
package final class Catalogue: Sendable {
    package let messages: [KnownMessage]
    package let troubles: [Trouble]
    let tables: MessageMatcher.Tables

    /// Made when it is first asked for.
    package static let whole = Catalogue(
        messages: convexBackendMessages + convexClientMessages + convexAuthMessages + convexSettingMessages
            + joseMessages + pythonMessages + nodeJSONWebTokenMessages + rustJSONWebTokenMessages + golangJWTMessages
            + jwtKitMessages + keyTextMessages + pipelineMessages + transportMessages + unrelatedMessages
            + symptomMessages,
        troubles: keyTroubles + tokenTroubles + keySetTroubles + libraryTroubles + backendTroubles + convexAuthTroubles
            + settingTroubles + pipelineTroubles + transportTroubles + symptomTroubles + unrelatedTroubles)

    init(messages: [KnownMessage], troubles: [Trouble]) {
        self.messages = messages
        self.troubles = troubles
        tables = MessageMatcher.Tables(messages)
    }

    package func trouble(of code: AuthKeysError.Code) -> Trouble? {
        troubles.first { $0.code == code }
    }

    package func messages(of code: AuthKeysError.Code) -> [KnownMessage] {
        messages.filter { $0.code == code }
    }
}
