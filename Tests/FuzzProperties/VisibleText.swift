/// Told apart from what the product takes for visible: by the numbers that the Unicode Standard has for controls, line
/// separators and bidirectional controls.
enum VisibleText {
    static func isVisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !isHidden($0.value) }
    }

    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
