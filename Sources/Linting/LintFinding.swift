import Catalogue
import Source
import XML

/// One thing that a rule found, at its place.
package struct LintFinding: Sendable {
  package let rule: String
  package let severity: Severity
  /// The file as its user named it.
  package let source: String
  package let position: Position
  /// The byte offset of the place in the file.
  package let offset: Int
  /// The entry concerned, or empty.
  package let entry: String
  /// The element, by names and identities instead of numbers, so that it survives moved lines.
  package let path: String
  package let message: Message
  /// What stands before and after the place on its line, as much as a terminal shows: a file may be one line.
  package let excerpt: (before: String, after: String)
  package let fix: Fix?

  /// What is wrong.
  package enum Message: Sendable {
    case words(Label)
    /// The file is not well-formed or not valid, as for any other input.
    case refused(any RefusalCause)
  }

  /// The same finding, wherever its lines moved.
  package var fingerprint: String {
    let words =
      switch message {
      case .words(let label): label.english ?? ""
      case .refused(let cause): "\(cause)"
      }
    return ContentDigest.sha256(Array("\(rule)\n\(entry)\n\(path)\n\(words)".utf8))
  }
}

extension LintFinding {
  /// A file that could not be read as text.
  init(_ refusal: Refusal, _ card: RuleCard) {
    self.init(
      rule: card.id, severity: card.severity, source: refusal.source,
      position: refusal.position ?? Position(line: 1, column: 1), offset: 0, entry: "", path: refusal.source,
      message: .refused(refusal.cause), excerpt: ("", ""), fix: nil)
  }
}

/// One replacement in a file that repairs a finding.
package struct Fix: Sendable, Hashable {
  /// The file within its catalogue; a two-sided edge is repaired on its other side.
  package let file: String
  /// Bytes of the file's UTF-8 text.
  package let range: Range<Int>
  package let replacement: String

  init(file: SourceFile, range: Range<Int>, replacement: String) {
    self.file = file.name
    self.range = range
    self.replacement = replacement
  }
}

extension Fix {
  /// Puts sibling elements into another order; what stands before an element, such as a comment or a
  /// suppression, moves with it.
  static func reorder(_ elements: [Element], as ordered: [Element], in file: SourceFile) -> Fix? {
    let ranges = elements.compactMap { Node($0).elementNumber.flatMap { file.map.range(ofElement: $0) } }
    guard ranges.count == elements.count, let first = ranges.first, let last = ranges.last else { return nil }
    // Everything since the element before, or since the start tag of the parent.
    let nodes = Node(elements[0]).parent?.children ?? []
    let before = nodes.prefix { $0 != Node(elements[0]) }.last { $0.kind == .element }
    let parent = Node(elements[0]).parent?.elementNumber
    let start =
      before?.elementNumber.flatMap { file.map.range(ofElement: $0)?.upperBound }
      ?? parent.flatMap { file.map.contentOffset(ofElement: $0) } ?? first.lowerBound
    var pieces: [Int: ArraySlice<UInt8>] = [:]
    var begin = start
    for (element, range) in zip(elements, ranges) {
      pieces[Node(element).elementNumber ?? 0] = file.file.text.bytes[begin..<range.upperBound]
      begin = range.upperBound
    }
    let bytes = ordered.flatMap { pieces[Node($0).elementNumber ?? 0] ?? [] }
    return Fix(
      file: file, range: start..<last.upperBound, replacement: String(decoding: bytes, as: UTF8.self))
  }
}

/// Where in a file a finding stands.
enum RuleTarget {
  case element(Element)
  case attribute(Element, String)
  /// A character of an attribute's value.
  case value(Element, String, scalar: Int)
  /// One token of an attribute that lists several.
  case token(Element, String, String)
  case byte(Int, SourceFile)
  /// A processing instruction, and the number of the element that it covers.
  case instruction(Int, covering: Int?, SourceFile)
}

/// Takes the findings of one rule.
package struct RuleReport {
  struct Raw {
    let place: RuleTarget
    let message: LintFinding.Message
    let fix: Fix?
  }

  private(set) var findings: [Raw] = []

  mutating func add(_ place: RuleTarget, vi: String, en: String, fix: Fix? = nil) {
    findings.append(
      Raw(place: place, message: .words(Label(vietnamese: vi, english: en)), fix: fix))
  }

  mutating func add(_ place: RuleTarget, _ cause: any RefusalCause) {
    findings.append(Raw(place: place, message: .refused(cause), fix: nil))
  }
}
