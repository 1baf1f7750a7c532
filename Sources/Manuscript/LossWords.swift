import Source

extension Loss.Kind: Sayable {
  /// What it is, in words.
  package var phrase: Phrase {
    switch self {
    case .picture: Phrase("manuscript.loss-picture")
    case .linkedPicture: Phrase("manuscript.loss-linked-picture")
    case .diagram: Phrase("manuscript.loss-diagram")
    case .embeddedObject: Phrase("manuscript.loss-embedded-object")
    case .hiddenText: Phrase("manuscript.loss-hidden-text")
    case .deletedText: Phrase("manuscript.loss-deleted-text")
    case .insertedText: Phrase("manuscript.loss-inserted-text")
    case .movedText: Phrase("manuscript.loss-moved-text")
    case .unresolvedField: Phrase("manuscript.loss-unresolved-field")
    case .placeholder: Phrase("manuscript.loss-placeholder")
    case .differingValue: Phrase("manuscript.loss-differing-value")
    case .unresolvedBinding: Phrase("manuscript.loss-unresolved-binding")
    case .externalPart: Phrase("manuscript.loss-external-part")
    case .unreadPart: Phrase("manuscript.loss-unread-part")
    case .macro: Phrase("manuscript.loss-macro")
    case .oldEncoding: Phrase("manuscript.loss-old-encoding")
    case .doubtfulEncoding: Phrase("manuscript.loss-doubtful-encoding")
    case .unknownSymbol: Phrase("manuscript.loss-unknown-symbol")
    case .pageWithoutText: Phrase("manuscript.loss-page-without-text")
    case .furtherComments: Phrase("manuscript.loss-further-comments")
    case .furtherLosses: Phrase("manuscript.loss-further-losses")
    case .unsafePart: Phrase("manuscript.loss-unsafe-part")
    case .invisibleText: Phrase("manuscript.loss-invisible-text")
    }
  }
}
