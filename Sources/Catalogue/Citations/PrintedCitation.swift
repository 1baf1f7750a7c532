/// A text that a print names.
package struct PrintedCitation: Sendable, Hashable {
  /// What the line does with the text.
  package enum Role: Sendable, Hashable {
    /// Rests on it.
    case cited
    /// Perhaps: "… hướng dẫn Nghị định A, Luật B" leaves open whether B is one more text or guided too.
    case open
    /// Another text is about it: guides, amends or replaces it.
    case about
    /// Says that it does not rest on it, or names a draft.
    case denied
  }

  /// Bytes of kind, number and date, or of the name, in the text as it was given.
  package let range: Range<Int>
  /// Bytes up to the next text: with issuer and title.
  package let extent: Range<Int>
  /// What stands in `range`.
  package let printed: String
  package let citation: Citation
  package let role: Role
}

/// A text named in a folded print, before the catalogue is asked.
struct Mention {
  /// Letters of kind, number and date, or of the name.
  let start: Int
  var end: Int
  /// Nil for a number without the name of a kind, a standard, a name of the catalogue.
  let kind: InstrumentKinds.Row?
  var number: InstrumentDesignation?
  /// A serial number alone, of which kind and date tell the rest.
  var serial: Int?
  var standard: StandardDesignation?
  /// Named by a title.
  var isNamed = false
  /// A title that runs into the text that it is about: "Luật sửa đổi một số điều của Luật …".
  var isUnfinished = false
  /// Named by an abbreviation, which is the whole print or nothing.
  var isShort = false
  var role = PrintedCitation.Role.cited
  /// Where the next one begins.
  var limit: Int

  var isNumbered: Bool { number != nil || serial != nil || standard != nil }
  /// Kind alone tells that another text is about the next one; without that it names nothing.
  var isBare: Bool { !isNumbered && !isNamed }

  init(_ range: Range<Int>, _ kind: InstrumentKinds.Row? = nil) {
    start = range.lowerBound
    end = range.upperBound
    limit = end
    self.kind = kind
  }
}
