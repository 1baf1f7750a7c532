import Catalogue
import Languages
import Source
import Wordings
import Writing

/// Wordings for those who write them: one in full, and what the examples prove of all.
package struct WordingText {
  private let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  // MARK: One wording

  /// The wordings of a token, as `token` or `list/token`; nil where there is none.
  package func text(for word: String, in collection: WordingCollection) -> String? {
    let found = collection.wordings.filter { word == $0.token || word == "\($0.list)/\($0.token)" }
    return found.isEmpty ? nil : found.map(text).joined(separator: "\n")
  }

  /// The wordings that a criterion asks by: those of the topics that its requirement names.
  package func naming(_ id: String, _ catalogue: Catalogue, in collection: WordingCollection) -> String {
    guard let requirement = (catalogue.criterion(id) ?? catalogue.criterion(id.uppercased()))?.requirement
    else {
      return ""
    }
    let words = Set(requirement.notation.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    let found = collection.wordings.filter { words.contains($0.token) }.map { "\($0.list)/\($0.token)" }
    guard !found.isEmpty else { return "" }
    return item("\(language(Phrase.namedWordings)): \(found.joined(separator: ", "))").map { $0 + "\n" }
      .joined()
  }

  /// What can be asked for.
  package static func names(in collection: WordingCollection) -> [String] { collection.wordings.map(\.token) }

  private func text(_ wording: Wording) -> String {
    var lines = ["\(wording.list)/\(wording.token)  \(language(EditorPhrase.wordingWays)):"]
    for way in wording.ways {
      if way.says.count == 1 {
        lines += item(way.says[0].joined(separator: " | "))
        continue
      }
      lines += item(language(way.isInOrder ? EditorPhrase.allInOrder : EditorPhrase.allOf))
      lines += way.says.flatMap { item($0.joined(separator: " | "), indent: 4) }
    }
    if !wording.unless.isEmpty {
      lines.append(language(EditorPhrase.wordingUnless) + ":")
      lines += item(wording.unless.joined(separator: " | "))
    }
    lines.append(language(EditorPhrase.wordingAccepts) + ":")
    lines += wording.accepts.flatMap { item($0) }
    lines.append(language(EditorPhrase.wordingRejects) + ":")
    lines += wording.rejects.flatMap { item($0) }
    lines.append(language(EditorPhrase.wordingSeen) + ":")
    lines += wording.seen.flatMap { item("\($0.mark.rawValue): \($0.place)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func item(_ text: String, indent: Int = 2) -> [String] {
    Wrapping.lines("– " + SafeText.harmless(text), width: 100, indent: indent + 2, first: indent)
  }

  // MARK: What examples prove

  /// - Parameter listsAll: every wording has its lines, with all that no example notices.
  package func text(_ proofs: [WordingProof], listsAll: Bool) -> String {
    let shown = proofs.filter { listsAll || !$0.isProved }
    let summary = EditorPhrase.wordingProofSummary(
      wordings: proofs.count, proved: proofs.count(where: \.isProved),
      examples: proofs.reduce(0) { $0 + $1.examples },
      mutations: proofs.reduce(0) { $0 + $1.mutations.count { !$0.isAlternative } },
      survivors: proofs.reduce(0) { $0 + $1.survivors.count { !$0.isAlternative } },
      alternatives: proofs.reduce(0) { $0 + $1.mutations.count(where: \.isAlternative) },
      unseen: proofs.reduce(0) { $0 + $1.survivors.count(where: \.isAlternative) })
    return (shown.flatMap { lines($0, listsAll: listsAll) } + [language(summary)]).joined(separator: "\n")
      + "\n"
  }

  private func lines(_ proof: WordingProof, listsAll: Bool) -> [String] {
    let head = EditorPhrase.proofOfCriterion(
      examples: proof.examples, mutations: proof.mutations.count { !$0.isAlternative },
      survivors: proof.survivors.count { !$0.isAlternative })
    let isNoticed = proof.survivors.allSatisfy(\.isAlternative)
    let sign = !proof.isProved ? "✗" : isNoticed ? "✓" : "–"
    var lines = ["\(sign) \(proof.wording.list)/\(proof.wording.token)  \(language(head))"]
    lines += proof.faults.map { fault in
      let words =
        fault.isAccepting ? EditorPhrase.doesNotAccept(fault.text) : EditorPhrase.doesNotReject(fault.text)
      return "    \(fault.origin.file):\(fault.origin.line): \(language(words))"
    }
    if listsAll { lines += proof.survivors.map { "    " + language(EditorPhrase.survives(words($0))) } }
    return lines.map(SafeText.harmless)
  }

  private func words(_ mutation: WordingMutation) -> String {
    switch mutation {
    case .wayLeftOut(let way): language(EditorPhrase.wayLeftOut(way + 1))
    case .partLeftOut(let way, let part): language(EditorPhrase.partLeftOut(part + 1, way: way + 1))
    case .orderIgnored(let way): language(EditorPhrase.orderIgnored(way + 1))
    case .unlessLeftOut: language(EditorPhrase.unlessLeftOut)
    case .denialsIgnored: language(EditorPhrase.denialsIgnored)
    case .phraseLeftOut(let phrase, _, _): language(EditorPhrase.leftOut("“\(phrase)”"))
    case .unlessPhraseLeftOut(let phrase): language(EditorPhrase.leftOut("<unless> “\(phrase)”"))
    }
  }
}

extension WordingProof {
  fileprivate var examples: Int { wording.accepts.count + wording.rejects.count }
}

extension Phrase {
  fileprivate static var namedWordings: Phrase { Phrase("editing.named-wordings") }
}
