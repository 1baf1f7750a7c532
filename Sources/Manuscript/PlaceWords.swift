import Source

extension ManuscriptPlace {
  /// The place for a person, from the outside in: page, heading, paragraph, row and column.
  package var phrases: [Phrase] {
    var phrases: [Phrase] = []
    if let file { phrases.append(Phrase("manuscript.file", ["name": .text(SafeText.of(file, limit: 60))])) }
    if let page { phrases.append(Phrase("manuscript.page", ["page": .number(page)])) }
    if let heading = headings.last {
      phrases.append(Phrase("manuscript.section", ["heading": .text(SafeText.of(heading, limit: 60))]))
    }
    if paragraph > 0 { phrases.append(Phrase("manuscript.paragraph", ["number": .number(paragraph)])) }
    if let row, let column {
      phrases.append(Phrase("manuscript.row", ["row": .number(row), "column": .number(column)]))
    }
    if let line { phrases.append(Phrase("manuscript.line", ["line": .number(line)])) }
    if phrases.isEmpty, let part {
      phrases.append(Phrase("manuscript.part", ["part": .text(SafeText.of(part, limit: 60))]))
    }
    if file != nil, phrases.count == 1 { phrases.append(Phrase("manuscript.whole")) }
    return phrases.isEmpty ? [Phrase("manuscript.whole")] : phrases
  }
}
