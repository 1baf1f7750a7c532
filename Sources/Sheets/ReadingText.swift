import Languages
import Manuscript
import Recognition
import Source

/// A reading as a sheet for people: what was found by section, where, how sure it is; what is asked; what was not read.
package struct ReadingText {
  private let language: Language
  /// The name of a section or an item of a plan.
  private let term: (String) -> String

  package init(_ language: Language, name: @escaping (String) -> String) {
    self.language = language
    term = name
  }

  /// What the schema says of it, as a title.
  private func name(_ item: String) -> String {
    var words = term(item)
    while words.unicodeScalars.last == "." { words.unicodeScalars.removeLast() }
    return words
  }

  package func text(_ reading: Reading, sections: [String]) -> String {
    var lines: [String] = []
    let manuscript = reading.manuscript
    lines.append(
      language(
        Phrase(
          "manuscript.reading-head",
          [
            "name": .text(manuscript.source), "format": .phrase(manuscript.format.phrase),
            "facts": .number(reading.inPlan.count), "asked": .number(reading.asked.count),
            "losses": .number(manuscript.losses.count),
          ])))
    lines.append(language(Phrase("manuscript.digest", ["digest": .text(manuscript.digest)])))
    for file in manuscript.files {
      lines.append(
        "  "
          + language(
            Phrase(
              "manuscript.of-submission", ["name": .text(file.source), "format": .phrase(file.format.phrase)])
          ))
    }
    lines.append(language(Phrase("manuscript.unconfirmed")))
    for section in sections {
      let facts = reading.inPlan.filter { $0.section == section }
      guard !facts.isEmpty else { continue }
      lines.append("")
      lines.append(name(section) + " (\(facts.count))")
      for fact in facts { lines.append("  " + words(fact)) }
    }
    let empty = sections.filter { section in !reading.inPlan.contains { $0.section == section } }
    if !empty.isEmpty {
      lines.append("")
      lines.append(
        language(
          Phrase("manuscript.not-found", ["sections": .text(empty.map(name).joined(separator: "; "))])))
    }
    if !reading.asked.isEmpty {
      lines.append("")
      lines.append(language(Phrase("manuscript.asked")))
      for fact in reading.asked { lines.append("  " + name(fact.section) + ": " + words(fact)) }
    }
    if !manuscript.losses.isEmpty {
      lines.append("")
      lines.append(language(Phrase("manuscript.losses")))
      for loss in manuscript.losses {
        lines.append(
          "  " + words(loss.place) + ": " + language(loss.kind.phrase)
            + (loss.words.isEmpty ? "" : ": " + SafeText.of(loss.words, limit: 100)))
      }
    }
    return lines.map { SafeText.harmlessLines($0) + "\n" }.joined()
  }

  private func words(_ fact: RecognisedFact) -> String {
    let isAttribute = fact.element.utf8.first == UInt8(ascii: "@")
    var text = name(isAttribute ? String(fact.element.dropFirst()) : fact.element)
    if !fact.words.isEmpty { text += ": " + SafeText.of(fact.words, limit: 160) }
    let details = fact.attributes.map { $0.name + "=" + $0.value }
    let parts = fact.parts.map { part in
      part.element + " "
        + (part.attributes.map { $0.name + "=" + $0.value } + [part.words]).joined(separator: " ")
    }
    let all = (details + parts).map { SafeText.of($0, limit: 120) }
    if !all.isEmpty { text += " [" + all.joined(separator: "; ") + "]" }
    return text + " — " + words(fact.place) + " — " + language(fact.certainty.phrase)
  }

  private func words(_ place: ManuscriptPlace) -> String {
    place.phrases.map { language($0) }.joined(separator: ", ")
  }
}

extension RecognisedFact.Certainty: Sayable {
  package var phrase: Phrase {
    switch self {
    case .certain: Phrase("manuscript.certain")
    case .likely: Phrase("manuscript.likely")
    case .ask: Phrase("manuscript.ask")
    }
  }
}
