import Catalogue

/// What the words of one text show, and what they only seem to. Ranges are bytes of the text as it was given.
public struct StatementReading: Sendable, Equatable {
  /// In the order of the text; one for each wording in each sentence that has its words.
  public internal(set) var mentions: [Mention] = []
  /// What a form left open, in the order of the text.
  public internal(set) var blanks: [Blank] = []
  /// Why the whole text states nothing; nil where it may state something.
  public internal(set) var nothing: Nothing?
  /// The old encoding that makes the text unreadable: nothing can be said of what it states.
  public internal(set) var encoding: OldEncoding?

  public init() {}

  /// Whether a person wrote words that may state something.
  public var isStated: Bool { nothing == nil && blanks.isEmpty && encoding == nil }

  /// The places that show a wording, by its number among those of the reader.
  public func showing(_ wording: Int) -> [Mention] {
    mentions.filter { $0.wording == wording && $0.standing == .shown }
  }

  /// The words of one wording in one sentence.
  public struct Mention: Sendable, Hashable {
    /// The wording's number among those of the reader.
    public let wording: Int
    /// The number of its way.
    public let way: Int
    /// From the first of its words to the last.
    public let range: Range<Int>
    public let sentence: Range<Int>
    public let standing: Standing
  }

  public enum Standing: Sendable, Hashable {
    /// The sentence says it.
    case shown
    /// The sentence has the words and takes them back.
    case takenBack(Denial.Kind, by: String, cue: Range<Int>)
    /// The sentence was never filled in.
    case blank(Blank)
  }

  /// A place that a form left open.
  public struct Blank: Sendable, Hashable {
    public let range: Range<Int>
    public let reason: Reason

    public enum Reason: String, Sendable, CaseIterable {
      case dottedLine = "dotted-line"
      case instruction
      case mergeField = "merge-field"
      /// What a word processor shows in a field that nobody filled in, or in place of a reference that it lost.
      case prompt
      /// An error of a spreadsheet.
      case cellError = "cell-error"
    }
  }

  public enum Nothing: Sendable, Hashable {
    /// Fewer than two letters.
    case noWords
    /// All that is there is left open.
    case blank
    /// Words that state nothing, and those that say so.
    case words(cue: Range<Int>)
  }
}
