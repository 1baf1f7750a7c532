import Source
import XML

/// A word of an editor that a finding is meant to be: `<?khung-lint allow="K037" reason="…"?>`, which
/// covers the element that follows it, with all that is in it.
struct Suppression {
  let rules: [String]
  let reason: String?
  let file: SourceFile
  /// The offset of the instruction.
  let offset: Int
  /// The number of the element that it covers.
  let covered: Int?
  /// What it covers.
  let range: Range<Int>

  static let target = "khung-lint"

  static func all(in file: SourceFile) -> [Suppression] {
    EditorInstruction.all(target, in: file).map { instruction in
      let start = instruction.offset ?? 0
      return Suppression(
        rules: instruction.words["allow"]?.split(separator: " ").map(String.init) ?? [],
        reason: instruction.words["reason"].flatMap { $0.contains(where: \.isLetter) ? $0 : nil }, file: file,
        offset: start, covered: instruction.covered,
        range: instruction.covered.flatMap { file.map.range(ofElement: $0) } ?? start..<start)
    }
  }

  func covers(_ located: Located) -> Bool {
    located.file === file && range.contains(located.finding.offset) && rules.contains(located.finding.rule)
  }

  /// Parts findings into those that stay and those that a suppression covers. A suppression without a
  /// reason covers nothing, and one that covers nothing is a finding of its own.
  static func apply(
    _ suppressions: [Suppression], to found: [Located]
  ) -> (kept: [Located], suppressed: [Located]) {
    guard !suppressions.isEmpty else { return (found, []) }
    let valid = suppressions.filter { $0.reason != nil }
    var kept: [Located] = []
    var silenced: [Located] = []
    var used: Set<Int> = []
    for located in found {
      if let index = valid.firstIndex(where: { $0.covers(located) }) {
        used.insert(index)
        silenced.append(located)
      } else {
        kept.append(located)
      }
    }
    for suppression in suppressions where suppression.reason == nil {
      kept += Located.one(SuppressionWithoutReason().card, suppression) {
        $0.add(
          $1, vi: "lệnh bỏ qua không nêu lý do nên không có tác dụng; thêm reason=\"…\"",
          en: "the suppression gives no reason and therefore covers nothing; add reason=\"…\"")
      }
    }
    for (index, suppression) in valid.enumerated() where !used.contains(index) {
      let rules = suppression.rules.joined(separator: " ")
      let unknown = suppression.rules.filter { id in !Rules.all.contains { $0.card.id == id } }
      kept += Located.one(UnusedSuppression().card, suppression) {
        if unknown.isEmpty {
          $0.add(
            $1, vi: "lệnh bỏ qua \(rules) không còn che phát hiện nào; hãy xóa",
            en: "the suppression of \(rules) covers no finding; remove it")
        } else {
          let names = unknown.joined(separator: ", ")
          $0.add(
            $1, vi: "không có quy tắc \(names); viết mã như K037, cách nhau bằng dấu cách",
            en: "there is no rule \(names); write ids such as K037 with spaces between them")
        }
      }
    }
    return (kept, silenced)
  }
}

extension Located {
  fileprivate static func one(
    _ card: RuleCard, _ suppression: Suppression, _ add: (inout RuleReport, RuleTarget) -> Void
  ) -> [Located] {
    var report = RuleReport()
    add(&report, .instruction(suppression.offset, covering: suppression.covered, suppression.file))
    return report.findings.compactMap { Located($0, card) { _ in nil } }
  }
}

/// `name="value"` pairs of a processing instruction.
struct PseudoAttributes {
  private var values: [Substring: String] = [:]

  init(_ text: String) {
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { return }
      values[name] = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
  }

  subscript(_ name: Substring) -> String? { values[name] }
}

extension SourceText {
  /// The offsets of the processing instructions with this target; text inside comments is none.
  func instructions(_ target: String) -> [Int] {
    let opening = Array("<?\(target)".utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = MarkupScanner(buffer)
      var offsets: [Int] = []
      while true {
        let start = scanner.offset
        guard let token = scanner.next() else { return offsets }
        if case .other = token, buffer[start...].starts(with: opening) { offsets.append(start) }
      }
    }
  }
}
