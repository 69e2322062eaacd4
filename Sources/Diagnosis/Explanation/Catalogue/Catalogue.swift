package import Encodings

/// Every message that is known, and every trouble that one of them is a sign of.
package final class Catalogue: Sendable {
    package let messages: [KnownMessage]
    package let troubles: [Trouble]
    /// As ``MessagePattern`` reads them: texts in which a message seems to stand, and that mean something else.
    package let lookalikes: [String]
    let tables: MessageMatcher.Tables

    /// Made when it is first asked for.
    package static let whole = Catalogue(
        messages: convexBackendMessages + convexClientMessages + convexAuthMessages + convexSettingMessages
            + joseMessages + pythonMessages + nodeJSONWebTokenMessages + rustJSONWebTokenMessages + golangJWTMessages
            + jwtKitMessages + keyTextMessages + pipelineMessages + transportMessages + unrelatedMessages
            + symptomMessages,
        troubles: keyTroubles + tokenTroubles + keySetTroubles + libraryTroubles + backendTroubles + convexAuthTroubles
            + settingTroubles + pipelineTroubles + transportTroubles + symptomTroubles + unrelatedTroubles,
        lookalikes: lookalikes)

    package init(messages: [KnownMessage], troubles: [Trouble], lookalikes: [String]) {
        self.messages = messages
        self.troubles = troubles
        self.lookalikes = lookalikes
        tables = MessageMatcher.Tables(messages, lookalikes: lookalikes)
    }

    /// Of the whole, for texts whose quotes are passed over. Few texts need it.
    static let tablesWithoutQuotes = MessageMatcher.Tables(
        whole.messages, lookalikes: whole.lookalikes, dropsQuotes: true)

    package func trouble(of code: AuthKeysError.Code) -> Trouble? {
        troubles.first { $0.code == code }
    }

    package func messages(of code: AuthKeysError.Code) -> [KnownMessage] {
        messages.filter { $0.code == code }
    }
}
