import Catalogue
import MasterPlan
import Wordings

/// What the words of one plan show. An item is read when somebody first asks for it, and once.
final class PlanWords {
  let rules: WordRules
  private let notebook: WordNotebook
  private var readings: [StatementReading] = []
  /// For each row of the plan up to the last that was asked for the place of its reading, one more; zero for none.
  private var places: [Int32] = []
  private var sections: [String: SpokenSection] = [:]

  init(_ rules: WordRules, _ notebook: WordNotebook = WordNotebook()) {
    self.rules = rules
    self.notebook = notebook
  }

  /// What the item's own text, or that of its name, says.
  func reading(of item: Item) -> StatementReading {
    let row = item.place.number
    if row < places.count, places[row] > 0 { return readings[Int(places[row]) - 1] }
    let reading = item.withText { notebook.reading(of: $0, by: rules) }
    readings.append(reading)
    if places.count <= row { places += repeatElement(0, count: row + 1 - places.count) }
    places[row] = Int32(readings.count)
    return reading
  }

  /// What the texts of a section show, at any depth; those that merely cite others are left out.
  func spoken(in section: Section) -> SpokenSection {
    if let known = sections[section.name] { return known }
    var spoken = SpokenSection()
    func collect(_ items: Items) {
      for item in items where !Self.isCitation(item) {
        let children = item.children
        if children.isEmpty {
          spoken.add(item, reading(of: item), isSaid: isSaid(item))
        } else {
          collect(children)
        }
      }
    }
    collect(section.items)
    sections[section.name] = spoken
    return spoken
  }

  /// What a detail says that an attribute holds.
  func reading(of text: String) -> StatementReading {
    var text = text
    return text.withUTF8 { notebook.reading(of: $0, by: rules) }
  }

  /// Whether a person wrote something: words that are neither a form's nor words for nothing, or parts and figures
  /// instead of words. A remark in brackets makes no placeholder of the words around it.
  func isSaid(_ item: Item) -> Bool {
    if item.withText(\.isEmpty) { return item.isFilledIn }
    let reading = reading(of: item)
    if reading.nothing != nil { return false }
    return item.isFilledIn || (reading.blanks.isEmpty && item.withText(Self.hasWordsBesideBrackets))
  }

  /// Whether at least two letters stand outside square brackets, of which there are some.
  private static func hasWordsBesideBrackets(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.contains(UInt8(ascii: "[")) else { return false }
    var (depth, letters) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      // Each letter beyond ASCII begins with one byte of this kind.
      case 0xC2...0xF4 where depth == 0: letters += 1
      case _ where depth == 0 && (0x41...0x5A).contains(byte & 0xDF): letters += 1
      default: break
      }
    }
    return letters >= 2
  }

  /// Whether an attribute gives something: no placeholder, no words for nothing, nothing that is put off.
  func isGiven(_ value: String) -> Bool {
    guard value.isFilledIn else { return false }
    let nothing = reading(of: value).nothing
    // Figures without letters are no words and say something all the same.
    return nothing == nil || nothing == .noWords
  }
}

/// What the texts of one section show: read once, then looked up for each thing that is asked.
struct SpokenSection {
  /// By the number of the wording, in the order of the plan.
  private(set) var shown: [Int: [(item: Item, quotation: Quotation)]] = [:]
  private(set) var unreadable: [Item] = []

  mutating func add(_ item: Item, _ reading: StatementReading, isSaid: Bool) {
    if reading.encoding != nil { return unreadable.append(item) }
    guard isSaid else { return }
    for mention in reading.mentions where mention.standing == .shown {
      // A text that shows it in two sentences shows it once.
      if let last = shown[mention.wording]?.last, last.item.place == item.place { continue }
      shown[mention.wording, default: []].append((item, Quotation(item, mention.sentence)))
    }
  }
}
