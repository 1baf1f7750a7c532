import Languages
import Source
import Writing

/// The bounds of the program in words: what each limits, what it protects, and what a person sees when it is met.
package struct LimitListing {
  private let rows: [(bound: Limits.Bound, words: Words)]
  private let heads: Words
  private let language: Language

  /// What the table says of one bound.
  private struct Words {
    let unit: String
    let bound: String
    let protects: String
    let met: String
  }

  /// - Parameter table: `Data/limits.tsv`: a row a bound, and a column a language for each of its words. A bound
  ///   without a row is listed by its name.
  package init(_ limits: Limits = Limits(), words table: SourceText, _ language: Language) {
    self.language = language
    let column = language == .vietnamese ? 0 : 1
    var words: [String: Words] = [:]
    for (name, cells) in Self.rows(of: table) {
      func cell(_ pair: Int) -> String { cells[2 * pair + column] }
      words[name] = Words(unit: cell(0), bound: cell(1), protects: cell(2), met: cell(3))
    }
    heads = words["name"] ?? Words(unit: "", bound: "", protects: "", met: "")
    rows = limits.bounds.map { bound in
      (bound, words[bound.name] ?? Words(unit: bound.unit.rawValue, bound: bound.name, protects: "", met: ""))
    }
  }

  /// The rows of the table: a name, and two words each for unit, bound, protection and consequence. The first
  /// heads the columns.
  package static func rows(of table: SourceText) -> [(name: String, cells: [String])] {
    String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard line.utf8.first != UInt8(ascii: "#"), cells.count == 9 else { return nil }
      return (cells[0], Array(cells.dropFirst()))
    }
  }

  /// - Parameter width: columns of the terminal.
  package func text(width: Int) -> String {
    var lines: [String] = []
    for (bound, words) in rows {
      if !lines.isEmpty { lines.append("") }
      lines += Wrapping.lines("\(bound.name): \(value(bound, words.unit))", width: width, indent: 2, first: 0)
      for text in [words.bound, "\(heads.protects): \(words.protects)", "\(heads.met): \(words.met)"] {
        lines += Wrapping.lines(text, width: width, indent: 4, first: 2)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: String {
    JSON.object([
      ("format", .string("urn:khung:limits:1")), ("program", .string(Program.version)),
      (
        "limits",
        .array(
          rows.map { bound, words in
            .object([
              ("name", .string(bound.name)), ("value", .integer(bound.value)),
              ("unit", .string(bound.unit.rawValue)), ("bounds", .string(words.bound)),
              ("protects", .string(words.protects)), ("whenMet", .string(words.met)),
            ])
          })
      ),
    ]).text()
  }

  private func value(_ bound: Limits.Bound, _ unit: String) -> String {
    switch bound.unit {
    case .bytes:
      let (power, name) = bound.value >= 1 << 30 ? (30, "GiB") : (20, "MiB")
      return "\(bound.value >> power) \(name) (\(grouped(bound.value)) \(unit))"
    case .milliseconds:
      let (whole, part) = (bound.value / 1000, bound.value % 1000 / 100)
      let point = language == .vietnamese ? "," : "."
      return part == 0 ? "\(whole) \(unit)" : "\(whole)\(point)\(part) \(unit)"
    case .levels, .number, .times: return "\(grouped(bound.value)) \(unit)"
    }
  }

  private func grouped(_ number: Int) -> String { DecimalNumber(String(number)).map { language($0) } ?? "" }
}
