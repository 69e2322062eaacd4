/// Text from outside (kids, claims, issuers, server bodies, logs) passes through here before it reaches a place that
/// gives characters a meaning: hostile text changes nothing but the value.
///
/// One function a context, in linear time, on Unicode scalars and UTF-8 bytes and never on `Character` (to which "\r\n"
/// is one). A context inside another one, such as a message in a JSON member, takes both functions, innermost first.
public enum Escaper {}
