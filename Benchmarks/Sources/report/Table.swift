/// A Markdown table that can be read in a terminal too: the first column to the left, the numbers to the right.
struct Table: CustomStringConvertible {
    private var rows: [[String]]

    init(_ header: String...) {
        rows = [header]
    }

    mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    var description: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = rows.map { line($0, widths) }
        let rules = widths.indices.map { column in
            let dashes = String(repeating: "-", count: widths[column] + 1)
            return column == 0 ? ":\(dashes)" : "\(dashes):"
        }
        lines.insert("|\(rules.joined(separator: "|"))|", at: 1)
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            let padding = String(repeating: " ", count: widths[column] - cells[column].count)
            return column == 0 ? cells[column] + padding : padding + cells[column]
        }
        return "| \(padded.joined(separator: " | ")) |"
    }
}

/// A number as the tables write it.
func decimal(_ value: Double?, _ places: Int) -> String {
    guard let value, value.isFinite else { return "–" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    let whole = grouped(scaled / scale)
    guard places > 0 else { return sign + whole }
    let fraction = String(scaled % scale)
    return "\(sign)\(whole).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
}

private func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : "\(grouped(number / 1000)),\(String("\(1000 + number % 1000)".dropFirst()))"
}

/// `1.15 [1.11..1.27]`: the median and, of all runs, the middle 80 %.
func spread(_ samples: [Double], _ places: Int) -> String {
    let (low, high) = (samples.quantile(0.1), samples.quantile(0.9))
    return "\(decimal(samples.median, places)) [\(decimal(low, places))..\(decimal(high, places))]"
}
