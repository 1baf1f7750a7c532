import Catalogue
import MasterPlan
import Wordings

/// The sentence of a plan that shows something, or seems to.
package struct Quotation: Sendable {
  private let item: Item
  private let range: Range<Int>

  init(_ item: Item, _ range: Range<Int>) {
    self.item = item
    self.range = range
  }

  /// The words as they stand in the plan.
  package var words: String {
    item.withText { String(decoding: $0[range.clamped(to: 0..<$0.count)], as: UTF8.self) }
  }

  /// Calls `body` with their bytes.
  package func withWords<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    item.withText { body(UnsafeBufferPointer(rebasing: $0[range.clamped(to: 0..<$0.count)])) }
  }
}

/// What an item's own words say of one thing.
enum Showing {
  case shown(Quotation)
  /// All that its words say is that it is not so or, in one clause, that all of it is put off. Of more clauses than one
  /// part may be put off: "…, các phường còn lại để giai đoạn sau".
  case takenBack(Claim.Why)
  /// Words for nothing, or a form that nobody filled in: as if the item were not there.
  case nothing
  /// Words that do not show it, which may be for want of a wording.
  case open(Claim.Why)
}

/// A label and why the words beside it do not show what it says.
package struct Claim: Sendable, Hashable {
  package enum Why: Sendable, Hashable {
    /// The catalogue has no wording for it: no words could show it yet.
    case noWording
    case notSaid
    /// The words that would show it are taken back by others.
    case takenBack(Denial.Kind, cue: String)
    /// The sentence that would show it was never filled in.
    case leftBlank
    /// The text cannot be read.
    case unreadable
  }

  package let label: WordingKey
  /// Those of the item, in full.
  package let words: String
  package let why: Why
  /// A text that would show it.
  package let sample: String?
}

extension PlanWords {
  /// What an item's words say of a thing. Those of an item with parts are all texts in it but the texts that it cites.
  func showing(_ item: Item, _ key: WordingKey) -> Showing {
    let places = Self.texts(of: item)
    var why: Claim.Why?
    var isWhole = true
    var saysSomething = places.isEmpty
    for place in places {
      let reading = reading(of: place)
      if reading.encoding != nil { return .open(.unreadable) }
      if !isSaid(place) { continue }
      saysSomething = true
      guard let number = rules.number(of: key) else { continue }
      var covered = false
      for mention in reading.mentions where mention.wording == number {
        switch mention.standing {
        case .shown: return .shown(Quotation(place, mention.sentence))
        case .takenBack(let kind, _, let cue):
          why = why ?? .takenBack(kind, cue: Quotation(place, cue).words)
          covered =
            covered
            || mention.isWhole && reading.hasOneSentence(mention.sentence, of: place)
        case .blank: why = why ?? .leftBlank
        }
      }
      if !covered { isWhole = false }
    }
    guard saysSomething else { return .nothing }
    guard rules.number(of: key) != nil else { return .open(.noWording) }
    guard let why else { return .open(.notSaid) }
    if isWhole, case .takenBack = why { return .takenBack(why) }
    return .open(why)
  }

  /// The items whose texts are an item's words: itself, or its parts.
  private static func texts(of item: Item) -> [Item] {
    guard !item.children.isEmpty else { return item.withText(\.isEmpty) ? [] : [item] }
    var result: [Item] = []
    for child in item.children where !citing.contains(child.element) { result += texts(of: child) }
    return result
  }

  /// What names other texts: its titles are no words of the plan.
  private static let citing: Set<String> = ["standard", "based-on", "source", "legal-basis"]

  /// Whether an item cites a text instead of saying something.
  static func isCitation(_ item: Item) -> Bool { citing.contains(item.element) }
}

extension StatementReading {
  /// Whether a sentence is all that an item's text says.
  fileprivate func hasOneSentence(_ sentence: Range<Int>, of item: Item) -> Bool {
    item.withText { text in
      !text.enumerated().contains { !sentence.contains($0) && ($1 >= 0x80 || Self.isLetterOrDigit($1)) }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
