package enum PassphraseCode: String, CodeFamily {
    case cancelled = "passphrase.cancelled"
    case empty = "passphrase.empty"
    case mismatch = "passphrase.mismatch"
    case noTerminal = "passphrase.no-terminal"
    case severalLines = "passphrase.several-lines"
    case tooLong = "passphrase.too-long"

    package var meaning: String {
        switch self {
        case .cancelled: "The passphrase was asked for on the terminal, and the input ended before one was typed."
        case .empty: "The passphrase has no characters."
        case .mismatch: "The passphrase was typed twice, and the two differ."
        case .noTerminal: "A passphrase is needed, none was named, and there is no terminal to ask on."
        case .severalLines: "The passphrase holds a line break, so programs disagree about where it ends."
        case .tooLong: "The passphrase is longer than is accepted here."
        }
    }
}
