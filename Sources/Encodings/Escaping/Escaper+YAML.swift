extension Escaper {
    /// A double-quoted scalar on one line, the same in YAML 1.1 and 1.2 (§7.3.1), within the part of YAML that is JSON.
    ///
    /// Above U+FFFF everything stands for itself: YAML does not join surrogate pairs, and JSON has no `\U`. What a
    /// program does to the value afterwards is outside YAML: GitHub expands `${{ }}`, docker compose `$NAME`.
    public static func yaml(_ text: String) -> String {
        doubleQuoted(text) { scalar in
            scalar.value > 0xFFFF ? String(scalar) : jsonEscape(scalar)
        }
    }
}
