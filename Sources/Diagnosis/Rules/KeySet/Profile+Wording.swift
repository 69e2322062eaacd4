internal import Consumers

extension Profile {
    /// Whole sentences, for the rules that speak of a key that this consumer does not read.
    func consequenceOfUnreadableKey(costsTheSet: Bool) -> String {
        costsTheSet
            ? "\(name) refuses the whole set, and every token with it."
            : "\(name) does not verify with the key, so a token that it signs is refused; stricter readers refuse the "
                + "whole set."
    }
}
