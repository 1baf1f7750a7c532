import XML

/// Words by which a sentence takes back what it seems to say: it denies, puts off, makes conditional, was never
/// filled in, or says nothing at all. One mechanism for all wordings, so that no wording need list denials.
public struct Denial: Sendable, Hashable {
  public let id: String
  public let kind: Kind
  public let cues: [Cue]
  /// Phrases that hold the letters of a cue and are none: không gian, không chỉ, chưa kể.
  public let exceptions: [String]
  public let accepts: [Example]
  public let rejects: [Example]
  public let seen: [Wording.Seen]
  public let origin: Origin

  public init(
    id: String, kind: Kind, cues: [Cue], exceptions: [String] = [], accepts: [Example] = [],
    rejects: [Example] = [], seen: [Wording.Seen] = [], origin: Origin
  ) {
    self.id = id
    self.kind = kind
    self.cues = cues
    self.exceptions = exceptions
    self.accepts = accepts
    self.rejects = rejects
    self.seen = seen
    self.origin = origin
  }

  public enum Kind: String, Sendable, CaseIterable {
    case denial
    case postponement
    case condition
    /// Left from a form or broken by a word processor.
    case blank
    /// Words that make up a whole answer without stating anything: "theo quy định", "N/A".
    case nothing
  }

  public struct Cue: Sendable, Hashable {
    /// Alternatives. One with ` … ` in it has two parts, with a few words between them.
    public let phrases: [String]
    public let before: Reach
    public let after: Reach

    public init(phrases: [String], before: Reach, after: Reach) {
      self.phrases = phrases
      self.before = before
      self.after = after
    }
  }

  /// How far a cue reaches on one of its sides.
  public enum Reach: String, Sendable, CaseIterable {
    case none
    /// To the end of the clause, but only where nothing of its own follows the cue: "… không áp dụng trong kỳ này".
    case bare
    /// To a word that begins a new clause, or a comma with a new clause behind it.
    case clause
    /// To a word that begins a new clause, over every comma.
    case sentence
  }

  /// A text and the words in it that it takes back or, rejecting, leaves as said.
  public struct Example: Sendable, Hashable {
    public let text: String
    /// Nil where the text as a whole is meant: blanks and words for nothing.
    public let about: String?

    public init(text: String, about: String?) {
      self.text = text
      self.about = about
    }
  }
}

/// Words that build clauses. The reach of a denial hangs on them.
public struct ClauseWords: Sendable, Hashable {
  public let kind: Kind
  public let phrases: [String]

  public init(kind: Kind, phrases: [String]) {
    self.kind = kind
    self.phrases = phrases
  }

  public enum Kind: String, Sendable, CaseIterable {
    /// Begins a new clause wherever it stands.
    case breaks = "break"
    /// Holds the letters of a break and is none.
    case noBreak = "no-break"
    /// Begins a new clause right after a comma.
    case opening
    /// Begins a new clause right after a comma, once what is denied has been named.
    case openingVerb = "opening-verb"
    /// Shows that a clause has its verb, so that a list of subjects cannot go on over the comma behind it.
    case predicate
    /// Verbs that say nothing of their own after "chưa" and "không".
    case lightVerb = "light-verb"
    /// What may follow a cue that has no object.
    case adverbial
    /// Stands between a comma and a cue and is no subject.
    case adverb
    /// Says nothing, whether alone or beside words for nothing.
    case filler
    /// A full stop behind it ends no sentence.
    case abbreviation
    /// Begins an instruction in brackets of any kind.
    case instruction
    /// Begins the name of what is to be put in, in square or curly brackets.
    case placeholder
    /// A dotted gap beside it is one to fill in.
    case slot
  }
}

/// Two cues that cancel each other: "không … khi chưa". Nothing between them is a break.
public struct DoubleDenial: Sendable, Hashable {
  public let first: [String]
  public let second: [String]
  /// Which of the two denies no more.
  public let cancels: Cancelled

  public init(first: [String], second: [String], cancels: Cancelled) {
    self.first = first
    self.second = second
    self.cancels = cancels
  }

  public enum Cancelled: String, Sendable, CaseIterable {
    case first
    case second
  }
}
