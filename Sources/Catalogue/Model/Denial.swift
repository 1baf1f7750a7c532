/// Words by which a sentence takes back what it seems to say: it denies, puts off, makes conditional, was never
/// filled in, or says nothing at all. One mechanism for all wordings, so that no wording need list denials.
package struct Denial: Sendable, Hashable {
  package let id: String
  package let kind: Kind
  package let cues: [Cue]
  /// Phrases that hold the letters of a cue and are none: không gian, không chỉ, chưa kể.
  package let exceptions: [String]
  package let accepts: [Example]
  package let rejects: [Example]
  package let seen: [Wording.Seen]
  package let origin: Origin

  package init(
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

  package enum Kind: String, Sendable, CaseIterable {
    case denial
    case postponement
    case condition
    /// Speaks of something else: an example, a question, the words of a law, another place, a wish.
    case aside
    /// Left from a form or broken by a word processor.
    case blank
    /// Words that make up a whole answer without stating anything: "theo quy định", "N/A".
    case nothing
  }

  package struct Cue: Sendable, Hashable {
    /// Alternatives. One with ` … ` in it has two parts, with a few words between them.
    package let phrases: [String]
    package let before: Reach
    package let after: Reach
    /// Whether it is a cue only where it begins its part of a sentence.
    package let isFirst: Bool

    package init(phrases: [String], before: Reach, after: Reach, isFirst: Bool = false) {
      self.phrases = phrases
      self.before = before
      self.after = after
      self.isFirst = isFirst
    }
  }

  /// How far a cue reaches on one of its sides.
  package enum Reach: String, Sendable, CaseIterable {
    case none
    /// To the end of the clause, but only where nothing of its own follows the cue: "… không áp dụng trong kỳ này".
    case bare
    /// To a word that begins a new clause, or a comma with a new clause behind it.
    case clause
    /// To a word that begins a new clause, over every comma.
    case sentence
  }

  /// A text and the words in it that it takes back or, rejecting, leaves as said.
  package struct Example: Sendable, Hashable {
    package let text: String
    /// Nil where the text as a whole is meant: blanks and words for nothing.
    package let about: String?

    package init(text: String, about: String?) {
      self.text = text
      self.about = about
    }
  }
}

/// Words that build clauses. The reach of a denial hangs on them.
package struct ClauseWords: Sendable, Hashable {
  package let kind: Kind
  package let phrases: [String]

  package init(kind: Kind, phrases: [String]) {
    self.kind = kind
    self.phrases = phrases
  }

  package enum Kind: String, Sendable, CaseIterable {
    /// Begins a new clause wherever it stands.
    case breaks = "break"
    /// The same, but only for cues before it: "không … trước khi kiểm tra".
    case forwardBreak = "forward-break"
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
    /// Names a part or a time, or joins two things: what is put off beside it may be put off in part.
    case partial
    /// Begins the name of something to do, in which a verb is no verb of the sentence: "Việc …".
    case naming
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
package struct DoubleDenial: Sendable, Hashable {
  package let first: [String]
  package let second: [String]
  /// Which of the two denies no more.
  package let cancels: Cancelled

  package init(first: [String], second: [String], cancels: Cancelled) {
    self.first = first
    self.second = second
    self.cancels = cancels
  }

  package enum Cancelled: String, Sendable, CaseIterable {
    case first
    case second
  }
}
