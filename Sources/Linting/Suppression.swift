import Catalogue
import XML

/// A word of an editor that a finding is meant to be: `<?khung-lint allow="K037" reason="…"?>`, which
/// covers the element that follows it, with all that is in it.
struct Suppression {
  let rules: [String]
  let reason: String?
  let file: SourceFile
  /// The offset of the instruction.
  let offset: Int
  /// What it covers.
  let range: Range<Int>

  static let target = "khung-lint"

  static func all(in file: SourceFile) -> [Suppression] {
    guard let document = file.document, file.file.text.contains("<?" + target) else { return [] }
    var result: [Suppression] = []
    var offset = 0
    func walk(_ parent: Node) {
      let children = parent.children
      for (index, child) in children.enumerated() {
        if child.kind == .processingInstruction, child.localName == target {
          let start = file.file.text.offset(of: "<?" + target, from: offset) ?? offset
          offset = start + 1
          let covered = children[index...].first { $0.kind == .element }?.elementNumber
          let words = PseudoAttributes(child.stringValue)
          result.append(
            Suppression(
              rules: words["allow"]?.split(separator: " ").map(String.init) ?? [],
              reason: words["reason"].flatMap { $0.isEmpty ? nil : $0 }, file: file, offset: start,
              range: covered.flatMap { file.map.range(ofElement: $0) } ?? start..<start))
        }
        walk(child)
      }
    }
    walk(document.rootNode)
    return result
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
      kept += Located.one(UnusedSuppression().card, suppression) {
        $0.add(
          $1, vi: "lệnh bỏ qua \(rules) không còn che phát hiện nào; hãy xóa",
          en: "the suppression of \(rules) covers no finding; remove it")
      }
    }
    return (kept, silenced)
  }
}

extension Located {
  fileprivate static func one(
    _ card: RuleCard, _ suppression: Suppression, _ add: (inout RuleReport, Place) -> Void
  ) -> [Located] {
    var report = RuleReport()
    add(&report, .byte(suppression.offset, suppression.file))
    return report.findings.compactMap { Located($0, card) { _ in nil } }
  }
}

/// `name="value"` pairs of a processing instruction.
private struct PseudoAttributes {
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
