import Catalogue
import Manuscript
import Source
import Wordings

// Texts that a document names.
extension RecognitionPass {
  /// Every mention, wherever it stands.
  mutating func findCitations(_ block: Block, _ text: String) {
    let named = named(in: text)
    defer { findTitledTexts(text, block.place, besides: named.map(\.range)) }
    for citation in named {
      citations.append(
        Reading.NamedText(
          printed: citation.printed.inOneLine, citation: citation.citation, place: block.place))
      findStandard(citation, text, block.place)
    }
  }

  /// Mentions that name a text: a kind alone does not.
  func named(in text: String) -> [PrintedCitation] {
    guard text.utf8.count > 3 else { return [] }
    let read = ReadText(text)
    return recogniser.catalogue.citations.citations(in: text).filter { citation in
      if citation.printed.utf8.contains(where: { (0x30...0x39).contains($0) }) { return true }
      guard citation.citation != .notInCatalogue,
        rules[.instrument].match(at: 0, in: FoldedWords(citation.printed)) != nil
      else { return false }
      // Named by its title alone: "xây dựng Luật …" is a law that is still to come.
      guard let before = read.folded.ranges.lastIndex(where: { $0.upperBound <= citation.range.lowerBound })
      else {
        return true
      }
      return rules[.drafting].isEnd(of: read.folded, before: before + 1) == nil
    }
  }

  private mutating func findStandard(_ citation: PrintedCitation, _ text: String, _ place: ManuscriptPlace) {
    let ids: [String] =
      switch citation.citation {
      case .entry(let id): [id]
      case .otherEdition(let ids): ids
      case .ambiguous, .notInCatalogue: []
      }
    guard let id = ids.first, recogniser.catalogue.standard(id) != nil, citation.role != .denied else {
      return
    }
    guard basisSeen.insert("standard " + citation.printed.inOneLine).inserted else { return }
    add(
      RecognisedFact(
        "standards-applied", "standard", citation.printed, at: place, quoting: text, by: .citation, .certain))
  }

  /// The bases that a paragraph in front of the body names.
  mutating func findBases(_ block: Block) {
    let folded = FoldedWords(block.text)
    guard rules[.proposal].match(at: 0, in: folded) == nil else { return }
    let found = named(in: block.text).filter { $0.role == .cited }
    for citation in found {
      let extent = ReadText(block.text).string(bytes: citation.extent).bare
      guard basisSeen.insert(extent.inOneLine).inserted else { continue }
      let isStandard: Bool =
        if case .entry(let id) = citation.citation { recogniser.catalogue.standard(id) != nil } else { false }
      guard !isStandard else { continue }
      let certainty: RecognisedFact.Certainty =
        switch citation.citation {
        case .entry: .certain
        case .ambiguous, .otherEdition, .notInCatalogue: .likely
        }
      add(
        RecognisedFact(
          "legal-bases", "legal-basis", extent, [("role", "basis")], at: block.place, quoting: block.text,
          by: .citation, certainty))
    }
  }
}
