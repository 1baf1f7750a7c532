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
    case .tooFew(let found, let minimum): language(.tooFew(found, minimum))
    case .tooLow(let stated, let asked): language(.tooLow(stated: language(stated), asked: language(asked)))
    case .withoutDetail(let items): language(.withoutDetail(listed(items.map { SafeText.of($0, limit: 60) })))
    case .sumDiffers("", let stated, let computed):
      language(.planSumDiffers(stated: language(stated), computed: language(computed)))
    case .sumDiffers(let project, let stated, let computed):
      language(.projectSumDiffers(SafeText.of(project, limit: 60), language(stated), language(computed)))
    case .mixedUnits: language(.mixedUnits)
    case .rulesComplain(let messages): listed(messages.map { SafeText.of($0, limit: 200) })
    case .rulesBroke: language(.rulesBroke)
    case .textNotInForce(let id, let state):
      language(.textNotInForce("\(shortName(id)) \(self.state(state))"))
    }
  }

  private func listed(_ citations: [CitationState]) -> String {
    citations.map { "“\(SafeText.of($0.printed, limit: 60))” \(state($0.state))" }.joined(separator: "; ")
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
    case .cites(let id): language(.partCites(shortName(id)))
    case .citesNoLonger(let id): language(.partCitesNoLonger(shortName(id)))
    case .restsOnTextsInForce: language(.partRestsOnTextsInForce)
    case .citesNoFutureText: language(.partCitesNoFutureText)
    case .appliesStandards(let ids, let minimum):
      ids.isEmpty
        ? language(.partAnyStandard(minimum))
        : language(.partStandards(ids.map { shortName($0) }.joined(separator: ", "), minimum))
    case .coversLayers(let framework, _): language(.partLayer(framework))
    case .coversFields(let fields, _, let reason):
      language(.partFields(fields.map { term($0, "field-type") }.joined(separator: ", "), reason: reason))
    case .hasComponent(let types, let layer, _, let by):
      dated(
        types.isEmpty
          ? language(.partLayer(layer.map { layerName($0) } ?? ""))
          : language(.partComponent(types.map { term($0, "component-type") }.joined(separator: ", "))), by)
    case .states(let sections, let topic, let by):
      dated(topic.map { term($0, "topic") } ?? language(.partSection(sectionNames(sections))), by)
    case .avoids(_, let topic): language(.partAvoids(term(topic, "topic")))
    case .namesBody(let role, let withDecision):
      language(withDecision ? .partBodyDecision(term(role, "body-role")) : .partBody(term(role, "body-role")))
    case .namesParticipant(let type): language(.partParticipant(term(type, "participant-type")))
    case .gives(let item, let detail):
      language(.partDetail(detailName(detail, of: item), token: detail, of: item))
    case .basesArchitectureOn(let id): language(.partArchitectureOn(shortName(id)))
    case .linksTo(let platform, let by): dated(language(.partLink(term(platform, "platform"))), by)
    case .trains(let audience, let share, let by):
      dated(language(.partTrains(term(audience, "audience"), share: language(share))), by)
    case .plansYear(let year): language(.partYear(year))
    case .budgetsAddUp: language(.partBudgets)
    case .schematron(_, let sections): language(.partRules(sectionNames(sections)))
    case .selfAssessesMaturity: language(.partMaturity)
    case .statesCoordinateSystem(let name): language(.partCoordinates(name))
    }
  }

  private func dated(_ what: String, _ date: CalendarDate?) -> String {
    date.map { language(.partBy(what, date: language($0))) } ?? what
  }

  package func term(_ token: String, _ list: String) -> String {
    vocabulary.term(token, in: list).map { language($0) } ?? token
  }

  package func layerName(_ id: String) -> String {
    catalogue.layer(id).map { "\(id) \(language($0.name))" } ?? id
  }

  package func sectionName(_ section: String) -> String {
    // The schema's sentence up to its first colon is the section's name.
    let sentence = vocabulary.type(section).map { language($0) } ?? section
    let name = sentence.prefix { $0 != ":" && $0 != "." }
    return "\(name) (\(section))"
  }

  private func sectionNames(_ sections: [String]) -> String {
    sections.map { sectionName($0) }.joined(separator: ", ")
  }

  private func detailName(_ detail: String, of item: String) -> String {
    let sentence = vocabulary.detail(detail, of: item).map { language($0) } ?? detail
    return String(sentence.prefix { $0 != "." && $0 != ";" })
  }
}
