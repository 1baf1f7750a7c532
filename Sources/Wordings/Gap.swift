/// What stands between two words.
struct Gap: OptionSet, Sendable {
  let rawValue: UInt16

  static let newline = Gap(rawValue: 1)
  static let blankLine = Gap(rawValue: 1 << 1)
  static let stop = Gap(rawValue: 1 << 2)
  /// A space or the end of a line behind a full stop.
  static let spaceAfterStop = Gap(rawValue: 1 << 3)
  static let semicolon = Gap(rawValue: 1 << 4)
  static let exclamation = Gap(rawValue: 1 << 5)
  static let comma = Gap(rawValue: 1 << 6)
  static let colon = Gap(rawValue: 1 << 7)
  static let opening = Gap(rawValue: 1 << 8)
  static let closing = Gap(rawValue: 1 << 9)
  static let ellipsis = Gap(rawValue: 1 << 10)
  static let dash = Gap(rawValue: 1 << 11)
  /// The sign of an item of a list, or a dash or plus at the beginning of a line.
  static let bullet = Gap(rawValue: 1 << 12)
  /// A bar between the cells of a row, which say one thing together.
  static let cell = Gap(rawValue: 1 << 13)
  static let space = Gap(rawValue: 1 << 14)

  /// A pause inside a sentence.
  static let pause: Gap = [.comma, .colon, .opening, .closing, .dash, .ellipsis, .cell]
  /// What may end a sentence.
  static let end: Gap = [.newline, .stop, .semicolon, .exclamation, .ellipsis, .bullet]
}

/// A folded word and its bytes in the text as it was given.
struct Word: Sendable {
  /// The same for every way of writing it.
  let hash: UInt64
  let start: Int32
  let end: Int32
  /// Its number in the vocabulary; 0 for a word that nobody asks for.
  let id: Int32
  /// What stands before it.
  let gap: Gap
  let traits: Traits

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    static let capital = Traits(rawValue: 1)
    static let digits = Traits(rawValue: 1 << 1)
    static let oneLetter = Traits(rawValue: 1 << 2)
    /// Its last letter is a capital: TP, PGS.
    static let endsInCapital = Traits(rawValue: 1 << 3)
  }
}
