import Manuscript
import Source
import Wordings

// Objectives with figures are indicators.
extension RecognitionPass {
  /// "Phấn đấu đạt được các chỉ tiêu chủ yếu đến năm … là:", wherever it stands.
  func speaksOfTargets(_ text: String) -> Bool {
    guard let match = rules[.targets].first(in: FoldedWords(text)) else { return false }
    return match.range.lowerBound < 12
  }

  mutating func findIndicators(_ text: String, _ block: Block, onlyBounds: Bool = false) {
    for clause in Self.clauses(of: text) {
      let read = ReadText(clause)
      let figures = Figure.all(in: read, rules)
      // Elsewhere than among objectives a figure is a target only where it is a bound, or the whole.
      let figure =
        onlyBounds
        ? figures.first { $0.isLeast || $0.isMost || $0.first == "100" && $0.unit == "%" } : figures.first
      guard let figure, let name = name(of: figure, in: read) else { continue }
      var attributes = figure.attributes
      let years = Years(rules)
      let above = block.place.headings.reversed().lazy.compactMap { years.end(in: ReadText($0)) }.first
      if let year = years.end(in: read) ?? above { attributes.append(("year", String(year))) }
      add(
        RecognisedFact(
          "indicators", "indicator", name, figure.unit.map { [("unit", $0)] } ?? [],
          parts: [RecognisedFact.Part("target", "", attributes)], at: block.place, quoting: clause,
          by: .figure,
          .likely))
    }
    if case .listItem = block.kind, !block.words.isEmpty { addObjective(text, block) }
  }

  private mutating func addObjective(_ text: String, _ block: Block) {
    guard sections.section == "objectives", !String(block.words).bare.isEmpty, block.text.utf8.count < 2_000
    else { return }
    add(
      RecognisedFact(
        "objectives", "objective", text.bare, at: block.place, quoting: text,
        by: .heading(block.place.headings.last ?? ""), .likely))
  }

  /// Pieces between semicolons, and sentences.
  static func clauses(of text: String) -> [String] {
    var clauses: [String] = []
    var current = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var depth = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      let endsSentence =
        scalar == "." && index + 1 < scalars.count && scalars[index + 1].properties.isWhitespace
      if depth == 0, scalar == ";" || endsSentence {
        clauses.append(String(current))
        current = String.UnicodeScalarView()
      } else {
        current.append(scalar)
      }
    }
    clauses.append(String(current))
    return clauses.map(\.bare).filter { !$0.isEmpty }
  }

  /// What is measured: the words before the figure, or those behind it where it stands first.
  private func name(of figure: Figure, in read: ReadText) -> String? {
    var end = read.folded.ranges.lastIndex { $0.upperBound <= figure.leadStart }.map { $0 + 1 } ?? 0
    while end > 0, let match = rules[.leadIn].isEnd(of: read.folded, before: end), !match.range.isEmpty {
      end = match.range.lowerBound
    }
    if end >= 2 { return read.string(0..<end).bare }
    guard let start = read.folded.ranges.firstIndex(where: { $0.lowerBound >= figure.range.upperBound })
    else { return nil }
    let words = read.words.count - start
    return words >= 2 ? read.string(start..<read.words.count).bare : nil
  }
}
