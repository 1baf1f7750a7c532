/// Why an input could not be judged. A refusal is never a finding: it says that the file,
/// not the plan, is at fault.
package struct Refusal: Error, Sendable, Equatable {
  /// The input as its user named it.
  package let source: String
  /// Where, if a place can be named. Of an entry of a catalogue only the line is known.
  package let line: Int?
  private let column: Int?
  /// The entry of a catalogue, the answer or the waiver that is at fault.
  package let entry: String?
  package let cause: any RefusalCause
  /// Further errors that the same defect brought with it.
  package let following: Int
  /// Other mistakes of the same input, each with its place: who corrects the file corrects all at once.
  package let further: [Refusal]
  /// The words at fault, to be shown with a mark under the place.
  package let quotation: Quotation?

  package init(
    source: String, position: Position? = nil, cause: any RefusalCause, following: Int = 0,
    quotation: Quotation? = nil, further: [Refusal] = []
  ) {
    self.source = source
    self.line = position?.line
    self.column = position?.column
    self.entry = nil
    self.cause = cause
    self.following = following
    self.quotation = quotation
    self.further = further
  }

  /// An entry that does not hold together with the others.
  /// - Parameter source: the file; empty where the files together are at fault.
  package init(source: String, line: Int? = nil, entry: String?, cause: any RefusalCause) {
    self.source = source
    self.line = line
    column = nil
    self.entry = entry.flatMap { $0.isEmpty ? nil : $0 }
    self.cause = cause
    following = 0
    quotation = nil
    further = []
  }

  /// Line and column, where both are known.
  package var position: Position? {
    guard let line, let column else { return nil }
    return Position(line: line, column: column)
  }

  package static func == (left: Refusal, right: Refusal) -> Bool {
    left.source == right.source && left.line == right.line && left.column == right.column
      && left.entry == right.entry && left.cause.isSame(as: right.cause)
      && left.following == right.following && left.further == right.further
      && left.quotation == right.quotation
  }

  package func isCaused(by cause: some RefusalCause) -> Bool { cause.isSame(as: self.cause) }

  /// A piece of text and the place in it, in Unicode scalars from 0.
  package struct Quotation: Sendable, Equatable {
    package let text: String
    package let offset: Int

    package init(text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }
}

/// What can keep an input from being judged. Each target names its own causes, beside the code that finds
/// them, with the words for it: what is wrong and what to do about it, without the input's name.
package protocol RefusalCause: Sayable, Equatable {}

extension RefusalCause {
  /// Whether both are one cause of one kind.
  package func isSame(as other: any RefusalCause) -> Bool { other as? Self == self }
}
