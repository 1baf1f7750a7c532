import Source

extension Manuscript.Format: Sayable {
  package var phrase: Phrase {
    switch self {
    case .word: Phrase("manuscript.format-word")
    case .openDocument: Phrase("manuscript.format-open-document")
    case .flatOpenDocument: Phrase("manuscript.format-flat-open-document")
    case .pdf: Phrase("manuscript.format-pdf")
    case .text: Phrase("manuscript.format-text")
    case .markdown: Phrase("manuscript.format-markdown")
    case .converted: Phrase("manuscript.format-converted")
    }
  }
}
