import Catalogue
import Compliance
import Source

// What the parts of a requirement are called, and why they came to their state.
extension Phrasing {
  package func reason(of part: Part) -> String {
    switch part.reason {
    case .stated, .oneOf: language(.stated)
    case .absent(let sections): language(.absent(sectionNames(sections)))
    case .notTranscribed(let sections): language(.notTranscribed(sectionNames(sections)))
    case .nothingFound: language(.nothingFound)
    case .contradicted: language(.contradicted)
    case .citesFuture(let citations): language(.citesFuture(listed(citations)))
    case .restsOnReplaced(let citations): language(.restsOnReplaced(listed(citations)))
    case .ambiguous(let candidates):
      language(.ambiguousCitation(candidates.map { shortName($0) }.joined(separator: ", ")))
    case .nothingResolved: language(.nothingResolved)
    case .late(let stated, let limit): language(.late(stated: language(stated), limit: language(limit)))
    case .undated(let limit): language(.undated(language(limit)))
    case .impossibleDate(let date): language(.impossibleDate(language(date)))
    case .tooFew(let found, let minimum): language(.tooFew(found, minimum))
    case .tooLow(let stated, let asked): language(.tooLow(stated: language(stated), asked: language(asked)))
    case .withoutDetail(let items): language(.withoutDetail(listed(items.map { SafeText.of($0, limit: 60) })))
    case .sumDiffers("", let stated, let computed):
      language(.planSumDiffers(stated: language(stated), computed: language(computed)))
    case .sumDiffers(let project, let stated, let computed):
      language(.projectSumDiffers(SafeText.of(project, limit: 60), language(stated), language(computed)))
    case .mixedUnits: language(.mixedUnits)
    case .rulesComplain(let messages): listed(messages.map { SafeText.of($0, limit: 200) })
    case .onlyClaimed(let claims): Signs.warning + " " + listed(claims)
    case .takenBack(let claims): language(.takenBack(listed(claims.map { words(of: $0) })))
    case .wordsContradict(let contradiction):
      Signs.warning + " "
        + language(
          .wordsContradict(
            attribute: contradiction.attribute, value: SafeText.of(contradiction.value, limit: 60),
            words: SafeText.of(contradiction.words, limit: 160)))
    case .unreadable: language(.unreadable)
    case .rulesBroke: language(.rulesBroke)
    case .textNotInForce(let id, let state):
      language(.textNotInForce("\(shortName(id)) \(self.state(state))"))
    }
  }

  private func listed(_ citations: [CitationState]) -> String {
    citations.map { "“\(SafeText.of($0.printed, limit: 60))” \(state($0.state))" }.joined(separator: "; ")
  }

  /// The label, the words beside it, and what would show it.
  private func listed(_ claims: [Claim]) -> String {
    let said = listed(claims.map { language(.onlyClaimed(label: name(of: $0.label), words: words(of: $0))) })
    guard let sample = claims.lazy.compactMap(\.sample).first else { return said }
    return language(.wouldShow(said, sample: SafeText.of(sample, limit: 160)))
  }

  private func words(of claim: Claim) -> String {
    let words = SafeText.of(claim.words, limit: 120)
    func cut(_ cue: String) -> String { SafeText.of(cue, limit: 40) }
    return switch claim.why {
    case .noWording: language(.claimWithoutWording(words))
    case .notSaid: language(.claimNotSaid(words))
    case .takenBack(.denial, let cue), .takenBack(.nothing, let cue):
      language(.claimDenied(words, cue: cut(cue)))
    case .takenBack(.postponement, let cue): language(.claimPutOff(words, cue: cut(cue)))
    case .takenBack(.aside, let cue): language(.claimAside(words, cue: cut(cue)))
    case .takenBack(.condition, let cue): language(.claimConditional(words, cue: cut(cue)))
    case .takenBack(.blank, _), .leftBlank: language(.claimLeftBlank(words))
    case .unreadable: language(.claimUnreadable(words))
    }
  }

  private func name(of label: WordingKey) -> String {
    label.list == WordingKey.layers ? layerName(label.token) : term(label.token, label.list)
  }

  /// The first few of a list, and how many more there are.
  private func listed(_ items: [String]) -> String {
    let shown = items.prefix(4).joined(separator: "; ")
    return items.count > 4 ? "\(shown); \(language(.andMore(items.count - 4)))" : shown
  }

  package func name(of requirement: Requirement) -> String {
    switch requirement {
    case .all(let members): members.map(name).joined(separator: ", ")
    case .any(let members): members.map(name).joined(separator: language(.or))
    case .facet(let facet): name(of: facet)
    case .schematron(_, let sections): language(.partRules(sectionNames(sections)))
    }
  }

  package func term(_ token: String, _ list: String) -> String {
    vocabulary.term(token, in: list).map { language($0) } ?? token
  }

  package func layerName(_ id: String) -> String {
    catalogue.layer(id).map { "\(id) \(language($0.name))" } ?? id
  }

  package func sectionName(_ section: String) -> String { "\(title(of: section)) (\(section))" }

  /// What a document would call a section or an element: the schema's sentence up to its first colon or full stop.
  package func title(of element: String) -> String {
    let sentence = vocabulary.type(element).map { language($0) } ?? element
    return String(sentence.prefix { $0 != ":" && $0 != "." })
  }

  func sectionNames(_ sections: [String]) -> String {
    sections.map { sectionName($0) }.joined(separator: ", ")
  }
}
