/// Why an input could not be judged. A refusal is never a finding: it says that the file,
/// not the plan, is at fault.
package struct Refusal: Error, Sendable, Equatable {
  /// The input as its user named it.
  package let source: String
  /// Where, if a place can be named.
  package let position: Position?
  package let cause: any RefusalCause
  /// Further errors that the same defect brought with it.
  package let following: Int
  /// The words at fault, to be shown with a mark under the place.
  package let quotation: Quotation?

  package init(
    source: String, position: Position? = nil, cause: any RefusalCause, following: Int = 0,
    quotation: Quotation? = nil
  ) {
    self.source = source
    self.position = position
    self.cause = cause
    self.following = following
    self.quotation = quotation
  }

  package static func == (left: Refusal, right: Refusal) -> Bool {
    left.source == right.source && left.position == right.position && left.cause.isSame(as: right.cause)
      && left.following == right.following && left.quotation == right.quotation
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
/// them.
package protocol RefusalCause: Sendable, Equatable {}

extension RefusalCause {
  /// Whether both are one cause of one kind.
  package func isSame(as other: any RefusalCause) -> Bool { other as? Self == self }
}
