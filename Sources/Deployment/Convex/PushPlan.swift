internal import AuthKeysJOSE
package import Encodings

/// What setting the values would change, told by kids and never by values.
package struct PushPlan: Sendable {
    package enum Effect: String, Sendable, Hashable {
        case set, replaced, unchanged
    }

    package struct Step: Sendable, Hashable {
        package let name: String
        package let effect: Effect
        /// What is there, and what would be, in words.
        package let before: String
        package let after: String
    }

    package let steps: [Step]
    /// What is to be sent, in one request; none when the deployment holds all of it already.
    package let changes: [DeploymentVariable]
    package let before: StoredKeyPair
    package let after: StoredKeyPair

    /// - Throws: what ``DeploymentLimits/check(_:onto:)`` throws.
    package init(setting new: DeploymentVariables, on stored: DeploymentVariables) throws(AuthKeysError) {
        try DeploymentLimits.check(new.all, onto: stored)
        before = StoredKeyPair(stored)
        after = StoredKeyPair(new)
        let isSame = new.all.allSatisfy(stored.has)
        // All or nothing: a request with one of two values would leave the pair to whatever the other is by then.
        changes = isSame ? [] : new.all
        var steps: [Step] = []
        for variable in new.all {
            let effect: Effect =
                stored.has(variable) ? .unchanged : stored[variable.name] == nil ? .set : .replaced
            steps.append(
                Step(
                    name: variable.name, effect: effect, before: before.description(of: variable.name),
                    after: after.description(of: variable.name)))
        }
        self.steps = steps
    }

    /// Whether tokens that were signed before would no longer verify.
    package var replacesSigningKey: Bool {
        before.thumbprint != nil && before.thumbprint != after.thumbprint
    }
}

extension StoredKeyPair {
    func description(of name: String) -> String {
        name.utf8.elementsEqual(ConvexAuthVariable.privateKey.utf8) ? privateKey.description : keySet.description
    }
}
