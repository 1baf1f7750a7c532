import Manuscript

/// One remark of ours on a city's own document: what is missing or asked, and where its reader would look for it.
package struct Remark: Sendable, Equatable {
  /// The criterion; nil for a question about a passage that a machine was not sure of.
  package let criterion: String?
  package let kind: Kind
  package let place: ManuscriptPlace
  /// What it says, the first line as its head.
  package let lines: [String]

  package enum Kind: String, Sendable {
    /// The document does not say what it has to.
    case gap
    /// A machine does not see it, or is not sure: a person has to look.
    case question
  }

  /// Whose name the remarks bear: a second run replaces them by it.
  package static let author = Manuscript.Comment.ownAuthor
}
