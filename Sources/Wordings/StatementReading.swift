import Catalogue

/// What the words of one text show, and what they only seem to. Ranges are bytes of the text as it was given.
package struct StatementReading: Sendable, Equatable {
  /// In the order of the text; one for each wording in each sentence that has its words.
  package internal(set) var mentions: [Mention] = []
  /// What a form left open, in the order of the text.
  package internal(set) var blanks: [Blank] = []
  /// Why the whole text states nothing; nil where it may state something.
  package internal(set) var nothing: Nothing?
  /// The old encoding that makes the text unreadable: nothing can be said of what it states.
  package internal(set) var encoding: OldEncoding?

  package init() {}

  /// Whether a person wrote words that may state something.
  package var isStated: Bool { nothing == nil && blanks.isEmpty && encoding == nil }

  /// The places that show a wording, by its number among those of the reader.
  package func showing(_ wording: Int) -> [Mention] {
    mentions.filter { $0.wording == wording && $0.standing == .shown }
  }

  /// The words of one wording in one sentence.
  package struct Mention: Sendable, Hashable {
    /// The wording's number among those of the reader.
    package let wording: Int
    /// The number of its way.
    package let way: Int
    /// From the first of its words to the last.
    package let range: Range<Int>
    package let sentence: Range<Int>
    package let standing: Standing
    /// Whether what takes it back surely takes back all of it: a denial that reaches over it, or a postponement of one
    /// clause that speaks of no part and joins nothing.
    package internal(set) var isWhole = false
  }

  package enum Standing: Sendable, Hashable {
    /// The sentence says it.
    case shown
    /// The sentence has the words and takes them back.
    case takenBack(Denial.Kind, by: String, cue: Range<Int>)
    /// The sentence was never filled in.
    case blank(Blank)
  }

  /// A place that a form left open.
  package struct Blank: Sendable, Hashable {
    package let range: Range<Int>
    package let reason: Reason

    package enum Reason: String, Sendable, CaseIterable {
      case dottedLine = "dotted-line"
      case instruction
      case mergeField = "merge-field"
      /// What a word processor shows in a field that nobody filled in, or in place of a reference that it lost.
      case prompt
      /// An error of a spreadsheet.
      case cellError = "cell-error"
    }
  }

  package enum Nothing: Sendable, Hashable {
    /// Fewer than two letters.
    case noWords
    /// All that is there is left open.
    case blank
    /// Words that state nothing, and those that say so.
    case words(cue: Range<Int>)
  }
}
