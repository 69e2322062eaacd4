/// `path` as one word that a POSIX shell reads back unchanged, for the commands in hints.
///
/// A leading `-` is kept from being read as an option.
package func shellWord(_ path: String) -> String {
    var word = "'"
    if path.utf8.first == UInt8(ascii: "-") { word += "./" }
    for scalar in path.unicodeScalars {
        if scalar == "'" { word += #"'\''"# } else { word.unicodeScalars.append(scalar) }
    }
    return word + "'"
}
