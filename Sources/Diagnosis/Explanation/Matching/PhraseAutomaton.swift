/// Finds many phrases in one pass over a text, whatever the text is: the automaton of Aho and Corasick.
struct PhraseAutomaton: Sendable {
    /// One of the phrases at a node: which of them, and the next that ends here too.
    private struct Output: Sendable {
        let phrase: Int32
        let next: Int32
    }

    /// Bytes that no phrase has are of class 0, and lead back to the root.
    private let classOfByte: [UInt8]
    private let width: Int
    /// From a node and a class to the next node.
    private let transitions: [Int32]
    /// For each node the first of its outputs, or -1.
    private let firstOutput: [Int32]
    private let outputs: [Output]

    static let root: Int32 = 0

    /// - Parameter phrases: none of them empty; one may be there twice.
    init(_ phrases: [[UInt8]]) {
        var classOfByte = [UInt8](repeating: 0, count: 256)
        var classes = 1
        for byte in phrases.joined() where classOfByte[Int(byte)] == 0 && classes < 256 {
            classOfByte[Int(byte)] = UInt8(classes)
            classes += 1
        }
        var children = [Int32](repeating: -1, count: classes)
        var ends: [(node: Int, phrase: Int)] = []
        for (phrase, bytes) in phrases.enumerated() {
            var node = 0
            for byte in bytes {
                let edge = node * classes + Int(classOfByte[Int(byte)])
                if children[edge] < 0 {
                    children[edge] = Int32(children.count / classes)
                    children.append(contentsOf: repeatElement(-1, count: classes))
                }
                node = Int(children[edge])
            }
            ends.append((node, phrase))
        }

        let nodes = children.count / classes
        var firstOutput = [Int32](repeating: -1, count: nodes)
        var outputs: [Output] = []
        for end in ends {
            outputs.append(Output(phrase: Int32(end.phrase), next: firstOutput[end.node]))
            firstOutput[end.node] = Int32(outputs.count - 1)
        }
        // Breadth first, so that the longest proper suffix of a node is complete before the node.
        var suffix = [Int32](repeating: 0, count: nodes)
        var queue = [0]
        var position = 0
        while position < queue.count {
            let node = queue[position]
            position += 1
            for symbol in 0..<classes {
                let edge = node * classes + symbol
                let fallback = node == 0 ? 0 : children[Int(suffix[node]) * classes + symbol]
                guard children[edge] > 0 else {
                    children[edge] = fallback
                    continue
                }
                let child = Int(children[edge])
                suffix[child] = fallback
                queue.append(child)
                Self.append(firstOutput[Int(fallback)], behind: child, &firstOutput, &outputs)
            }
        }
        self.classOfByte = classOfByte
        width = classes
        transitions = children
        self.firstOutput = firstOutput
        self.outputs = outputs
    }

    /// What ends at a suffix of a node ends at the node too.
    private static func append(
        _ inherited: Int32, behind node: Int, _ firstOutput: inout [Int32], _ outputs: inout [Output]
    ) {
        guard inherited >= 0 else { return }
        guard firstOutput[node] >= 0 else {
            firstOutput[node] = inherited
            return
        }
        var last = Int(firstOutput[node])
        while outputs[last].next >= 0 { last = Int(outputs[last].next) }
        outputs[last] = Output(phrase: outputs[last].phrase, next: inherited)
    }

    func next(_ node: Int32, _ byte: UInt8) -> Int32 {
        transitions[Int(node) * width + Int(classOfByte[Int(byte)])]
    }

    /// The phrases that end at a node.
    func forEachPhrase(endingAt node: Int32, _ body: (Int) -> Void) {
        var index = firstOutput[Int(node)]
        while index >= 0 {
            body(Int(outputs[Int(index)].phrase))
            index = outputs[Int(index)].next
        }
    }
}
