import Source

/// Something of the file that was not read, or that reads otherwise than it is stored: what it was, where, and its
/// words where it has any. A section into which one falls is never whole.
package struct Loss: Sendable, Equatable {
  package let kind: Kind
  /// The words that were left out, or what stands in the place of words: the name of a picture, a code of a field.
  package let words: String
  package var place: ManuscriptPlace
  /// Words that were read in their place, where both are of interest.
  package let instead: String?
  /// How many there are of it, at this place and after it, where they are counted and not listed.
  package var count: Int

  package init(
    _ kind: Kind, words: String = "", place: ManuscriptPlace, instead: String? = nil, count: Int = 1
  ) {
    self.kind = kind
    self.words = words
    self.place = place
    self.instead = instead
    self.count = count
  }

  package enum Kind: String, Sendable, CaseIterable {
    /// A picture: what is written in it was not read.
    case picture
    /// A picture that is not in the file but somewhere else, where nobody looked.
    case linkedPicture = "linked-picture"
    /// A chart or a diagram.
    case diagram
    /// An embedded document or object.
    case embeddedObject = "embedded-object"
    /// Text marked as hidden: it is not printed.
    case hiddenText = "hidden-text"
    /// Text that a tracked change deletes: the change counts as accepted.
    case deletedText = "deleted-text"
    /// Text that a tracked change adds: it counts.
    case insertedText = "inserted-text"
    /// Text that a tracked change moved away from here.
    case movedText = "moved-text"
    /// A field without a result.
    case unresolvedField = "unresolved-field"
    /// A blank that shows an instruction: nothing was filled in.
    case placeholder
    /// A value that the file stores, and that its surface shows otherwise.
    case differingValue = "differing-value"
    /// A value that is bound to a store which has no such place.
    case unresolvedBinding = "unresolved-binding"
    /// Another document that should stand here and is not in the file.
    case externalPart = "external-part"
    /// A part of the container that is not there or has a form that is not read.
    case unreadPart = "unread-part"
    /// Programs in the document: it was read without them.
    case macro
    /// Text in a letter set from before Unicode, read by its evidence.
    case oldEncoding = "old-encoding"
    /// Text that seems to be in such a letter set and was left as it stands.
    case doubtfulEncoding = "doubtful-encoding"
    /// A sign of a font of symbols whose meaning is not known.
    case unknownSymbol = "unknown-symbol"
    /// A page without text.
    case pageWithoutText = "page-without-text"
    /// More of something than is listed.
    case furtherComments = "further-comments"
    /// Lists of losses end somewhere.
    case furtherLosses = "further-losses"
    /// An entry of the container whose name leads out of it.
    case unsafePart = "unsafe-part"
    /// Text that no page shows: outside the page, of no size, in the colour of the paper.
    case invisibleText = "invisible-text"
  }
}
