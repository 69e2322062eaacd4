extension HTTPURL {
    /// 80 or 443 where the URL names no port (RFC 9110 §4.2).
    package var effectivePort: Int {
        port ?? (scheme == .https ? 443 : 80)
    }

    /// RFC 6454 §5: scheme, host and port; the case of the host does not matter.
    package func hasSameOrigin(as other: HTTPURL) -> Bool {
        scheme == other.scheme && effectivePort == other.effectivePort
            && host.lowercased().utf8.elementsEqual(other.host.lowercased().utf8)
    }

    /// Whether nobody between here and there can change what is fetched: https, or this very machine.
    package var isProtected: Bool { scheme == .https || isLoopback }
}
