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
    findFigures(text, block.place, onlyBounds: onlyBounds)
    if case .listItem = block.kind, !block.words.isEmpty { addObjective(text, block) }
  }

  /// Figures in a cell that says what a task comes to.
  mutating func findTargets(_ text: String, _ place: ManuscriptPlace) {
    findFigures(text, place, onlyBounds: true)
  }

  private mutating func findFigures(_ text: String, _ place: ManuscriptPlace, onlyBounds: Bool) {
    let years = Years(rules)
    let above = place.headings.reversed().lazy.compactMap { [rules] in Years(rules).end(in: ReadText($0)) }
      .first
    for clause in Self.clauses(of: text) {
      let whole = ReadText(clause)
      for piece in pieces(of: whole) {
        let read = piece.isWhole ? whole : ReadText(whole.string(bytes: piece.bytes))
        let figures = Figure.all(in: read, rules)
        // Elsewhere than among objectives a figure is a target only where it is a bound, or the whole.
        let figure =
          onlyBounds
          ? figures.first {
            $0.isLeast || $0.isMost || $0.first == "100" && $0.unit == "%" || isWhatIsToBeDone($0, in: read)
          } : figures.first
        guard let figure, let name = name(of: figure, in: read) else { continue }
        var attributes = figure.attributes
        if let year = years.end(in: read) ?? years.end(in: whole) ?? above {
          attributes.append(("year", String(year)))
        }
        add(
          RecognisedFact(
            "indicators", "indicator", name, figure.unit.map { [("unit", $0)] } ?? [],
            parts: [RecognisedFact.Part("target", "", attributes)], at: place, quoting: read.text,
            by: .figure, .likely))
      }
    }
  }

  /// `Lắp đặt mới trạm 5G: 58 trạm`: the figure alone stands behind a colon.
  private func isWhatIsToBeDone(_ figure: Figure, in read: ReadText) -> Bool {
    guard let word = read.folded.ranges.firstIndex(where: { $0.lowerBound >= figure.leadStart }), word >= 3,
      read.gap(before: word).contains(UInt8(ascii: ":")), rules[.build].match(at: 0, in: read.folded) != nil
    else { return false }
    return true
  }

  /// A clause that names two things with a figure each is two: `… đạt 10 triệu USD, tốc độ tăng bình quân 8 - 9%/năm`.
  private func pieces(of read: ReadText) -> [(bytes: Range<Int>, isWhole: Bool)] {
    let figures = Figure.all(in: read, rules)
    var cuts: [Int] = []
    for (figure, next) in zip(figures, figures.dropFirst()) {
      // `100% cơ quan, đơn vị …`: the comma is inside what is counted.
      let before = cuts.last.map { ReadText(read.string(bytes: $0..<figure.range.upperBound)) } ?? read
      guard let counted = cuts.isEmpty ? figure : Figure.all(in: before, rules).first,
        startsWithName(counted, in: before)
      else { continue }
      // The comma stands behind the figure, or a few words further on.
      let after =
        read.folded.ranges.firstIndex { $0.lowerBound >= figure.range.upperBound } ?? read.words.count
      let limit = min(after + 7, read.words.count)
      guard
        let word = (after..<max(after, limit)).first(where: {
          read.gap(before: $0).contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
        }), read.gap(before: word).contains(UInt8(ascii: ","))
      else { continue }
      let start = read.folded.ranges[word].lowerBound
      guard start < next.leadStart else { continue }
      let piece = ReadText(read.string(bytes: start..<next.range.upperBound))
      guard let own = Figure.all(in: piece, rules).first, startsWithName(own, in: piece) else { continue }
      cuts.append(start)
    }
    guard !cuts.isEmpty else { return [(0..<read.text.utf8.count, true)] }
    let edges = [0] + cuts + [read.text.utf8.count]
    return zip(edges, edges.dropFirst()).map { ($0..<$1, false) }
  }

  /// Whether words that name something stand before a figure.
  private func startsWithName(_ figure: Figure, in read: ReadText) -> Bool {
    var end = read.folded.ranges.lastIndex { $0.upperBound <= figure.leadStart }.map { $0 + 1 } ?? 0
    while end > 0, let match = rules[.leadIn].isEnd(of: read.folded, before: end), !match.range.isEmpty {
      end = match.range.lowerBound
    }
    return end >= 2
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
