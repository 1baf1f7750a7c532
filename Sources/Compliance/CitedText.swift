import Catalogue
import MasterPlan
import Source

/// A text that a plan cites: as printed, what it is, and what it was on the as-of date.
package struct CitedText: Sendable {
  package let printed: String
  package let evidence: Evidence
  /// Cited as background or history only.
  package let isBackground: Bool
  package let citation: Citation
  /// Nil when the citation is no entry.
  package let state: LegalState?
  /// Whether a person wrote it; a placeholder names no text.
  let isFilledIn: Bool

  /// The texts that a line cites; a line that names none is one that the catalogue does not hold. Texts that others
  /// are only about, and those that it says it does not rest on, are none of its own.
  static func all(of item: Item, _ memory: LawMemory, _ law: LawOnDay) -> [CitedText] {
    let text = item.text
    let named = memory.citations(in: text)
    let own = named.filter { $0.role == .cited || $0.role == .open }
    let isWorded = item.isFilledIn && !text.isEmpty || text.isFilledIn
    guard own.count > 1 else {
      let isDenied = own.isEmpty && !named.isEmpty
      return isDenied && named.allSatisfy { $0.role == .denied }
        ? [] : [CitedText(text, own.first?.resolved ?? .notInCatalogue, isWorded, of: item, law)]
    }
    return own.map { citation in
      CitedText(text.part(citation.extent), citation.resolved, isWorded, of: item, law)
    }
  }

  private init(_ printed: String, _ citation: Citation, _ isFilledIn: Bool, of item: Item, _ law: LawOnDay) {
    self.printed = printed
    evidence = Evidence(item)
    isBackground = item.attribute("role") == "background"
    self.isFilledIn = isFilledIn
    self.citation = citation
    state = if case .entry(let id) = citation { law.state(of: id) } else { nil }
  }

  /// The citation with a state of its text.
  func stated(_ state: LegalState) -> CitationState? {
    guard case .entry(let id) = citation else { return nil }
    return CitationState(printed: printed, id: id, state: state)
  }

  func isOf(_ id: String) -> Bool { citation == .entry(id) }

  func mayBe(_ id: String) -> Bool { candidates.contains(id) }

  /// In an encoding from before Unicode: it may name any text.
  var isUnreadable: Bool { citation == .notInCatalogue && UnreadablePrint.isUnreadable(printed) }

  /// The entries that the print may mean, where it leaves that open.
  var candidates: [String] {
    if case .ambiguous(let candidates) = citation { return candidates }
    return []
  }
}

extension String {
  /// The words between these bytes.
  fileprivate func part(_ bytes: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return String(self[start..<utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)])
  }
}
