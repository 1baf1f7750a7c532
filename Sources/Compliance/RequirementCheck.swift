import Catalogue
import MasterPlan

/// Checks that requirements speak of things that a plan can hold. A misspelt section or topic would be
/// a criterion that silently never matches; here it is a fault of the catalogue.
struct RequirementCheck {
  private let vocabulary: PlanVocabulary

  init(_ vocabulary: PlanVocabulary) {
    self.vocabulary = vocabulary
  }

  func check(_ catalogue: Catalogue) throws(CatalogueFault) {
    for criterion in catalogue.criteria {
      let conditions = criterion.applicability
      var tokens = criterion.requirement.map(tokens) ?? []
      tokens += conditions.planKinds.map { ($0, "plan-kind") }
      tokens += conditions.cityLevels.map { ($0, "city-level") }
      tokens += conditions.urbanClasses.map { ($0, "urban-class") }
      tokens += conditions.stages.map { ($0, "stage") }
      tokens += conditions.regions.map { ($0, "region") }
      tokens += conditions.presences.flatMap {
        $0.sections.map { ($0, "section") } + $0.topics.map { ($0, "topic") }
      }
      tokens += conditions.aimsAtLevel.map { [($0, "maturity-level")] } ?? []
      if criterion.requirement.map(isEmpty) ?? false { throw fault(criterion, .emptyRequirement) }
      for (token, list) in tokens where !exists(token, in: list) {
        throw fault(criterion, .unknownToken(token, list: list))
      }
      for (id, expected) in criterion.requirement.map(references) ?? [] where !exists(id, expected, catalogue)
      {
        throw fault(criterion, .danglingReference(to: id, expected: expected))
      }
    }
  }

  private func fault(_ criterion: Criterion, _ kind: CatalogueFault.Kind) -> CatalogueFault {
    CatalogueFault(
      source: criterion.origin.file, line: criterion.origin.line, entry: criterion.id, kind: kind)
  }

  private func exists(_ token: String, in list: String) -> Bool {
    switch list {
    case "section": vocabulary.sections.contains(token)
    case "item": Facts.sectionOfItem[token] != nil
    default: vocabulary.term(token, in: list) != nil
    }
  }

  private func exists(_ id: String, _ kind: String, _ catalogue: Catalogue) -> Bool {
    switch kind {
    case "instrument": catalogue.instrument(id) != nil
    case "standard": catalogue.standard(id) != nil
    case "framework": catalogue.framework(id) != nil
    default: catalogue.layer(id) != nil
    }
  }

  private func isEmpty(_ requirement: Requirement) -> Bool {
    switch requirement {
    case .all(let members), .any(let members): members.isEmpty || members.contains(where: isEmpty)
    default: false
    }
  }

  private func tokens(_ requirement: Requirement) -> [(String, String)] {
    switch requirement {
    case .all(let members), .any(let members): members.flatMap(tokens)
    case .coversFields(let fields, _, _): fields.map { ($0, "field-type") }
    case .hasComponent(let types, _, let statuses, _):
      types.map { ($0, "component-type") } + statuses.map { ($0, "status") }
    case .states(let sections, let topic, _):
      sections.map { ($0, "section") } + (topic.map { [($0, "topic")] } ?? [])
    case .schematron(_, let sections): sections.map { ($0, "section") }
    case .avoids(let sections, let topic): sections.map { ($0, "section") } + [(topic, "topic")]
    case .namesBody(let role, _): [(role, "body-role")]
    case .namesParticipant(let type): [(type, "participant-type")]
    case .gives(let item, _): [(item, "item")]
    case .linksTo(let platform, _): [(platform, "platform")]
    case .trains(let audience, _, _): [(audience, "audience")]
    case .cites, .citesNoLonger, .restsOnTextsInForce, .citesNoFutureText, .appliesStandards, .coversLayers,
      .basesArchitectureOn, .plansYear, .budgetsAddUp, .selfAssessesMaturity, .statesCoordinateSystem:
      []
    }
  }

  private func references(_ requirement: Requirement) -> [(String, String)] {
    switch requirement {
    case .all(let members), .any(let members): members.flatMap(references)
    case .cites(let id), .citesNoLonger(let id), .basesArchitectureOn(let id): [(id, "instrument")]
    case .appliesStandards(let ids, _): ids.map { ($0, "standard") }
    case .coversLayers(let id, _): [(id, "framework")]
    case .hasComponent(_, let layer, _, _): layer.map { [($0, "layer")] } ?? []
    default: []
    }
  }
}

/// What requirements may ask about.
package enum RequirementVocabulary {
  /// The items whose details `gives` can ask for.
  package static var items: Set<String> { Set(Facts.sectionOfItem.keys) }
}
