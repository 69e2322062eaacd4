/// One step of a verifier. A profile lists its steps in the order in which its consumer takes them, each with the
/// consumer's own words for a refusal.
protocol TokenCheck: Sendable {
    func check(_ trial: inout TokenTrial) throws(Refusal)
}
